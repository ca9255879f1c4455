package org.postroad.predict.lifetime;

import java.util.Arrays;

/**
 * The distribution of how often a customer buys within a horizon. At least {@code n} purchases need that the customer is there
 * and stays after the first {@code n - 1} of them, and that the process has come so far; both probabilities are known:
 * {@code P(N >= n) = Σ_phase P(there, phase) · (b')_(n-1) / (a + b')_(n-1) · P(M >= n k - phase)}, where M is negative binomial
 * and {@code (·)_n} is the rising factorial. Cut off where less than 1e-9 is left, at the latest after {@value #LONGEST}
 * purchases.
 */
public final class PurchaseForecast {

    private static final int LONGEST = 10_000;
    private static final double NEGLIGIBLE = 1e-9;

    /** P(N >= n + 1) by n. */
    private final double[] atLeast;

    private PurchaseForecast(double[] atLeast) {
        this.atLeast = atLeast;
    }

    static PurchaseForecast of(RepeatPurchaseModel model, PurchaseHistory history, double horizon) {
        if (!(horizon >= 0 && horizon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no horizon: " + horizon);
        }
        PosteriorState state = new PosteriorState(model, history);
        NegativeBinomialTail[] tails = new NegativeBinomialTail[model.regularity()];
        double[] weights = new double[tails.length];
        for (int phase = 0; phase < tails.length; phase++) {
            tails[phase] = new NegativeBinomialTail(state.shape(phase), horizon / (model.alpha() + history.age()));
            weights[phase] = state.probabilityAlive(phase);
        }
        double[] atLeast = new double[16];
        double stays = 1;
        int n = 1;
        for (; n <= LONGEST; n++) {
            double reached = 0;
            for (int phase = 0; phase < tails.length; phase++) {
                reached += weights[phase] * tails[phase].atLeast(n * tails.length - phase);
            }
            if (stays * reached < NEGLIGIBLE) {
                break;
            }
            atLeast = n > atLeast.length ? Arrays.copyOf(atLeast, 2 * atLeast.length) : atLeast;
            atLeast[n - 1] = stays * reached;
            stays *= (state.staying() + n - 1) / (model.a() + state.staying() + n - 1);
        }
        return new PurchaseForecast(Arrays.copyOf(atLeast, n - 1));
    }

    /** The mean number of purchases. */
    public double expected() {
        return Arrays.stream(atLeast).sum();
    }

    /** The probability of at least so many purchases; 1 for none. */
    public double probabilityOfAtLeast(int purchases) {
        if (purchases <= 0) {
            return 1;
        }
        return purchases <= atLeast.length ? atLeast[purchases - 1] : 0;
    }

    /** The probability of exactly so many purchases. */
    public double probabilityOf(int purchases) {
        return Math.max(0, probabilityOfAtLeast(purchases) - probabilityOfAtLeast(purchases + 1));
    }

    /** The greatest number of purchases that is not negligible. */
    int most() {
        return atLeast.length;
    }
}
