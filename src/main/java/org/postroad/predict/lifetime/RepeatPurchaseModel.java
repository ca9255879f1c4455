package org.postroad.predict.lifetime;

/**
 * How customers buy until they are lost: the (M)BG/CNBD-k model. While a customer is there, the times between purchases are
 * Erlang-{@code k} with a rate λ, which is gamma distributed over customers; after a purchase the customer is lost with a
 * probability p, which is beta distributed over customers, and independent of λ. With {@code k = 1} it is the BG/NBD or the
 * MBG/NBD model.
 *
 * <p>Sources: Fader, Hardie and Lee, "Counting your customers the easy way", Marketing Science 24(2), 2005; Batislam, Denizel
 * and Filiztekin, IJRM 24(3), 2007; Platzer and Reutterer, "Ticking away the moments", Marketing Science 35(5), 2016.
 * Predictions are exact sums of positive terms (see {@link PurchaseForecast}) in place of the hypergeometric function
 * and of the approximation that the papers use.
 *
 * @param dropout when customers may be lost
 * @param regularity k, at least 1: the greater, the more evenly spaced are purchases
 * @param r shape of the rate λ
 * @param alpha inverse scale of λ, in the unit of time of the histories
 * @param a first shape of p
 * @param b second shape of p
 */
public record RepeatPurchaseModel(DropoutRule dropout, int regularity, double r, double alpha, double a, double b) {

    /** @throws IllegalArgumentException if a parameter is not positive and finite */
    public RepeatPurchaseModel {
        for (double parameter : new double[] {regularity, r, alpha, a, b}) {
            if (!(parameter > 0 && parameter < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("not positive: " + parameter);
            }
        }
    }

    /** The logarithm of the density of a customer's times of purchase. */
    public double logLikelihood(PurchaseHistory history) {
        return new PosteriorState(this, history).logLikelihood();
    }

    /** The probability that the customer is not lost. Mind that somebody who is there need not buy within a horizon. */
    public double probabilityAlive(PurchaseHistory history) {
        return new PosteriorState(this, history).probabilityAlive();
    }

    /**
     * How often the customer buys from now on within a horizon.
     *
     * @param horizon in the unit of the history, at least 0
     */
    public PurchaseForecast forecast(PurchaseHistory history, double horizon) {
        return PurchaseForecast.of(this, history, horizon);
    }

    /** How a model is called in the literature, such as {@code MBG/CNBD-2}. */
    public String name() {
        String rule = dropout == DropoutRule.AFTER_REPEATS ? "BG" : "MBG";
        return regularity == 1 ? rule + "/NBD" : rule + "/CNBD-" + regularity;
    }
}
