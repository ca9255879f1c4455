package org.postroad.predict.lifetime;

import org.hipparchus.special.Beta;
import org.postroad.predict.PredictedAmount;

/**
 * What a customer spends within a horizon, in closed form: given {@code n} purchases the sum S is such that
 * {@code S / (S + scale)} has the beta distribution with shapes {@code p n} and {@code shape}, since ν given the past is gamma
 * distributed with that shape and scale. The probabilities of {@code n} are the {@link PurchaseForecast}'s.
 */
final class ValueForecast {

    private static final double LOW = .1;
    private static final double HIGH = .9;
    private static final double BETA_PRECISION = 1e-9;
    private static final double NEGLIGIBLE = 1e-6;

    /** Halvings: the quantile is right to a thousandth of the range that holds it, at first within a factor of 2. */
    private static final int HALVINGS = 14;

    private final PurchaseForecast purchases;
    private final double p;
    private final double shape;
    private final double scale;
    private final double expected;

    ValueForecast(PurchaseForecast purchases, SpendModel spend, SpendHistory history) {
        this.purchases = purchases;
        this.p = spend.p();
        this.shape = spend.shape(history);
        this.scale = spend.scale(history);
        this.expected = purchases.expected() * spend.expected(history);
    }

    PredictedAmount predict() {
        return new PredictedAmount(expected, quantile(LOW), quantile(HIGH));
    }

    private double quantile(double level) {
        if (purchases.probabilityOf(0) >= level) {
            return 0;
        }
        double high = Math.max(expected, Double.MIN_NORMAL);
        while (probabilityUpTo(high) < level) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (probabilityUpTo(middle) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double probabilityUpTo(double amount) {
        double share = amount / (amount + scale);
        double sum = purchases.probabilityOf(0);
        for (int n = 1; n <= purchases.most() && purchases.probabilityOfAtLeast(n) > NEGLIGIBLE; n++) {
            double given = Beta.regularizedBeta(share, p * n, shape, BETA_PRECISION);
            if (given < NEGLIGIBLE) {
                break;
            }
            sum += purchases.probabilityOf(n) * given;
        }
        return sum;
    }
}
