package org.postroad.predict.lifetime;

import java.util.List;
import java.util.Optional;
import org.hipparchus.special.Gamma;
import org.postroad.predict.NormalPrior;
import org.postroad.predict.ParameterSearch;

/**
 * What customers spend at a purchase: the Gamma-Gamma model. The amounts of a customer are gamma distributed with shape p and a
 * rate ν, which is gamma distributed over customers with shape q and rate v, and independent of how often they buy (Fader and
 * Hardie, "The Gamma-Gamma model of monetary value", 2013).
 *
 * @param p shape of a customer's amounts
 * @param q shape of ν, more than 1, so that the mean exists
 * @param v inverse scale of ν, in money
 */
public record SpendModel(double p, double q, double v) {

    private static final double TOLERANCE = 1e-8;
    private static final double[] PRIOR_MEANS = {Math.log(4), Math.log(2), 0};

    /** The level is the data's. */
    private static final double[] PRIOR_DEVIATIONS = {1, 1, Double.POSITIVE_INFINITY};

    /** Maximum likelihood; empty if no amount is known. */
    public static Optional<SpendModel> fit(List<SpendHistory> customers) {
        return fit(customers, NormalPrior.NONE);
    }

    /**
     * With a weak prior, about as strong as two customers: log p ~ N(log 4, 1), log(q - 1) ~ N(log 2, 1); the level comes from
     * the data alone. Empty if no amount is known.
     */
    static Optional<SpendModel> fitWithPrior(List<SpendHistory> customers) {
        return fit(customers, new NormalPrior(PRIOR_MEANS, PRIOR_DEVIATIONS));
    }

    private static Optional<SpendModel> fit(List<SpendHistory> customers, NormalPrior prior) {
        List<SpendHistory> known =
                customers.stream().filter(each -> each.purchases() > 0).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        double mean = known.stream().mapToDouble(SpendHistory::mean).average().orElseThrow();
        double[] best = ParameterSearch.maximise(
                parameters -> prior.logDensity(parameters) + logLikelihood(of(parameters, mean), known),
                PRIOR_MEANS,
                TOLERANCE);
        return Optional.of(of(best, mean));
    }

    /** By log p, log(q - 1), and the logarithm of the model's mean over the data's. */
    private static SpendModel of(double[] parameters, double mean) {
        double p = bounded(parameters[0]);
        double q = 1 + bounded(parameters[1]);
        return new SpendModel(p, q, mean * bounded(parameters[2]) * (q - 1) / p);
    }

    private static double bounded(double log) {
        return Math.exp(Math.max(-20, Math.min(20, log)));
    }

    private static double logLikelihood(SpendModel model, List<SpendHistory> customers) {
        double sum = 0;
        for (SpendHistory customer : customers) {
            sum += model.logLikelihood(customer);
        }
        return sum;
    }

    /** The logarithm of the density of a customer's mean amount; the customer has at least one. */
    double logLikelihood(SpendHistory customer) {
        double shape = p * customer.purchases();
        return Gamma.logGamma(shape + q)
                - Gamma.logGamma(shape)
                - Gamma.logGamma(q)
                + q * Math.log(v)
                + (shape - 1) * Math.log(customer.mean())
                + shape * Math.log(customer.purchases())
                - (shape + q) * Math.log(v + customer.purchases() * customer.mean());
    }

    /** The expected amount of a customer's next purchase. */
    public double expected(SpendHistory customer) {
        return p * scale(customer) / (shape(customer) - 1);
    }

    /** The shape of ν, given what the customer spent. */
    double shape(SpendHistory customer) {
        return q + p * customer.purchases();
    }

    /** The inverse scale of ν, given what the customer spent. */
    double scale(SpendHistory customer) {
        return v + customer.purchases() * customer.mean();
    }
}
