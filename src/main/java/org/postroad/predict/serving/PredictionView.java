package org.postroad.predict.serving;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroad.predict.PredictedAmount;

/**
 * A customer's predictions over REST.
 *
 * @param validUntil until then the same is predicted unless the customer buys
 * @param unknownBecause why all numbers are 0; null if they are predictions
 * @param within the predictions for each horizon
 * @param nextPurchases of products, the next to be due first
 */
record PredictionView(
        String customerId,
        Instant validUntil,
        @Nullable String unknownBecause,
        PredictionBasis basis,
        List<PredictedHorizon> within,
        List<NextPurchase> nextPurchases) {

    static PredictionView of(String id, CustomerPrediction prediction, List<Integer> days, int mostProducts) {
        return new PredictionView(
                id,
                prediction.validUntil(),
                prediction.unknownBecause().orElse(null),
                prediction.basis(),
                days.stream().map(each -> PredictedHorizon.of(prediction, each)).toList(),
                prediction.nextPurchases(mostProducts));
    }

    /**
     * What is predicted for some time ahead.
     *
     * @param purchaseProbability that the customer buys at all
     * @param churnRisk that they buy nothing; 0 for one who has never bought
     * @param expectedPurchases the mean number of days with a purchase
     * @param value what is spent, with an interval of 80 %; null if no amount is known
     */
    record PredictedHorizon(
            int days,
            double purchaseProbability,
            double churnRisk,
            double expectedPurchases,
            @Nullable PredictedAmount value,
            @Nullable String valueUnknownBecause) {

        static PredictedHorizon of(CustomerPrediction prediction, int days) {
            String unknown = prediction.valueUnknownBecause().orElse(null);
            return new PredictedHorizon(
                    days,
                    prediction.purchaseProbability(days),
                    prediction.churnRisk(days),
                    prediction.expectedPurchases(days),
                    unknown == null ? prediction.lifetimeValue(days) : null,
                    unknown);
        }
    }
}
