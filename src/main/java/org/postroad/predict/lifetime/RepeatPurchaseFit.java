package org.postroad.predict.lifetime;

import java.util.List;
import org.postroad.predict.NormalPrior;
import org.postroad.predict.ParameterSearch;

/**
 * Fits a {@link RepeatPurchaseModel} to histories: the logarithms of r, alpha, a and b at which the likelihood, or with a prior
 * the posterior density, is greatest.
 */
public final class RepeatPurchaseFit {

    /** Of the log-likelihood, in nats. */
    private static final double EXACT = 1e-7;

    private static final double ENOUGH_TO_PREDICT = 1e-3;

    private static final double[] START = {0, Math.log(60), 0, Math.log(2)};
    private static final double SPREAD = 1.5;

    private RepeatPurchaseFit() {}

    /**
     * A prior for times in days, as strong as a handful of customers: a typical customer buys every 60 days and is lost after a
     * purchase with a probability of one in three; each parameter may be a factor of exp(1.5) = 4.5 (one standard deviation) off.
     */
    static NormalPrior weakPriorInDays(int regularity) {
        return new NormalPrior(inDays(regularity), new double[] {SPREAD, SPREAD, SPREAD, SPREAD});
    }

    /** Maximum likelihood, for times in any unit. */
    public static RepeatPurchaseModel fit(DropoutRule dropout, int regularity, List<PurchaseHistory> histories) {
        double meanAge =
                histories.stream().mapToDouble(PurchaseHistory::age).average().orElse(1);
        double[] start = {0, Math.log(Math.max(meanAge, 1e-3) / regularity), 0, 0};
        return fit(dropout, regularity, histories, NormalPrior.NONE, start, EXACT);
    }

    /** With the weak prior, for times in days; without histories, the prior's mode. */
    static RepeatPurchaseModel fitInDays(DropoutRule dropout, int regularity, List<PurchaseHistory> histories) {
        return fit(dropout, regularity, histories, weakPriorInDays(regularity), inDays(regularity), ENOUGH_TO_PREDICT);
    }

    private static double[] inDays(int regularity) {
        double[] start = START.clone();
        start[1] -= Math.log(regularity);
        return start;
    }

    private static RepeatPurchaseModel fit(
            DropoutRule dropout,
            int regularity,
            List<PurchaseHistory> histories,
            NormalPrior prior,
            double[] start,
            double tolerance) {
        double[] best = ParameterSearch.maximise(
                parameters ->
                        prior.logDensity(parameters) + logLikelihood(model(dropout, regularity, parameters), histories),
                start,
                tolerance);
        return model(dropout, regularity, best);
    }

    private static RepeatPurchaseModel model(DropoutRule dropout, int regularity, double[] logs) {
        return new RepeatPurchaseModel(
                dropout, regularity, bounded(logs[0]), bounded(logs[1]), bounded(logs[2]), bounded(logs[3]));
    }

    /** Within what a double can square. */
    private static double bounded(double log) {
        return Math.exp(Math.max(-20, Math.min(20, log)));
    }

    /** The sum over customers. */
    public static double logLikelihood(RepeatPurchaseModel model, List<PurchaseHistory> histories) {
        double sum = 0;
        for (PurchaseHistory history : histories) {
            sum += model.logLikelihood(history);
        }
        return sum;
    }
}
