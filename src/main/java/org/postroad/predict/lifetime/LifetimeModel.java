package org.postroad.predict.lifetime;

import java.util.List;
import java.util.Optional;
import org.postroad.predict.PredictedAmount;

/**
 * What is expected of a customer: fitted by {@link LifetimeTraining}, immutable, a few hundred bytes. Histories and horizons
 * are in days. Amounts of money are {@code double}s here: they are observations of a statistic.
 *
 * @param purchases how customers buy
 * @param spend what they spend at a purchase; empty if no amount was known
 * @param calibration of the probability to buy again; empty where the model's own is used
 * @param customers how many customers it was fitted to
 * @param heldOut how well the probability to buy again was met by customers in the last quarter of the time, predicted before
 *     it; empty if there were too few data
 * @param candidates the models that it was chosen from, the best first; empty if there were too few data to choose by
 */
public record LifetimeModel(
        RepeatPurchaseModel purchases,
        Optional<SpendModel> spend,
        Optional<PurchaseCalibration> calibration,
        int customers,
        HeldOut heldOut,
        List<Candidate> candidates) {

    public LifetimeModel {
        candidates = List.copyOf(candidates);
    }

    /**
     * A model that was considered.
     *
     * @param meanSquaredError of the expected number of purchases in a window after those that it was fitted to
     */
    public record Candidate(String model, double meanSquaredError) {}

    /** How often the customer buys within the horizon, on average. */
    public double expectedPurchases(PurchaseHistory history, double horizon) {
        return purchases.forecast(history, horizon).expected();
    }

    /** The probability that the customer buys within the horizon; not that of being "alive". */
    public double probabilityOfPurchase(PurchaseHistory history, double horizon) {
        PurchaseForecast forecast = purchases.forecast(history, horizon);
        return calibration
                .map(each -> each.probability(forecast.expected()))
                .orElseGet(() -> forecast.probabilityOfAtLeast(1));
    }

    /**
     * What the customer spends within the horizon, not discounted, in the currency of the amounts. The interval holds 80 % of
     * what chance may bring and of what the history leaves open about this customer, given the fitted parameters (whose own
     * uncertainty is left out). Empty if no amount of any customer was known.
     */
    public Optional<PredictedAmount> lifetimeValue(PurchaseHistory history, SpendHistory spending, double horizon) {
        return spend.map(model -> new ValueForecast(purchases.forecast(history, horizon), model, spending).predict());
    }
}
