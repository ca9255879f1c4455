package org.postroad.evaluate.recommend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.OnlineRetail;
import org.postroad.evaluate.OnlineRetail.Purchase;
import org.postroad.recommend.model.PastPurchases;
import org.postroad.recommend.model.PurchaseModel;

/**
 * Prints what the settings of recommendations were chosen on: the four horizons before the one that is evaluated, and
 * simulated shops with other seeds. Takes minutes. What it found stands in src/docs/models/recommendations.md.
 */
final class TuneRecommendations {

    private static final double[] HALF_LIVES = {45, 90, 180, 365, Double.POSITIVE_INFINITY};
    private static final double[] LAMBDAS = {0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9};
    private static final long[] OTHER_SEEDS = {11, 12};
    private static final int HORIZONS = 4;

    private TuneRecommendations() {}

    public static void main(String[] arguments) {
        halfLives(OnlineRetail.purchases(new EvaluationData(Path.of("../shared/data"))));
        for (long seed : OTHER_SEEDS) {
            calibration(seed);
        }
    }

    private static void halfLives(List<Purchase> purchases) {
        Map<String, List<Double>> ndcg = new TreeMap<>();
        for (int horizons = 1; horizons <= HORIZONS; horizons++) {
            Rankings rankings = Rankings.of(RetailSplit.before(purchases, horizons));
            PurchaseModel model = rankings.model();
            for (double halfLife : HALF_LIVES) {
                add(
                        ndcg,
                        "with momentum, " + halfLife,
                        rankings.ndcgOfNew(customer ->
                                Rankings.unowned(customer, model.scores(customer.weightedByRecency(halfLife)))));
                add(
                        ndcg,
                        "item model alone, " + halfLife,
                        rankings.ndcgOfNew(customer -> Rankings.unowned(
                                customer, model.items().scores(customer.weightedByRecency(halfLife)))));
                add(
                        ndcg,
                        "again (recall), " + halfLife,
                        rankings.recallOfAgain(customer -> again(customer, model, halfLife)));
            }
        }
        ndcg.forEach((setting, each) -> print(setting, each));
    }

    private static int[] again(PastPurchases customer, PurchaseModel model, double halfLife) {
        return Rankings.owned(customer, position -> {
            int product = customer.products()[position];
            return DoubleStream.of(customer.daysAgo()[position])
                            .map(ago -> Math.pow(0.5, ago / halfLife))
                            .sum()
                    * model.demand().repeatRate(product)
                    * model.demand().momentum(product);
        });
    }

    private static void add(Map<String, List<Double>> results, String setting, double result) {
        results.computeIfAbsent(setting, first -> new ArrayList<>()).add(result);
    }

    private static void print(String setting, List<Double> each) {
        double mean = each.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        System.out.printf("%-40s %.4f %s%n", setting, mean, each);
    }

    private static void calibration(long seed) {
        Duration horizon = Duration.ofDays(56);
        SimulatedLists lists = SimulatedLists.of(SimulatedPurchases.of(seed, 4_000, horizon, horizon));
        for (double lambda : LAMBDAS) {
            System.out.println("calibration, seed " + seed + ", lambda " + lambda + ": " + lists.quality(lambda));
        }
    }
}
