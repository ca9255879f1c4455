package org.postroad.evaluate.lifetime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.postroad.predict.lifetime.CustomerPurchases;

/**
 * Customers as they were at the end of a day, and how often each bought within the horizon after it.
 *
 * @param customers who had bought by then
 */
record PurchaseHoldout(List<CustomerPurchases> customers, int day, int horizonDays) {

    static PurchaseHoldout of(PurchaseLog log, int day, int horizonDays) {
        return new PurchaseHoldout(
                log.customers().stream()
                        .filter(each -> each.countUntil(day) > 0)
                        .toList(),
                day,
                horizonDays);
    }

    int actual(CustomerPurchases customer) {
        return customer.countBetween(day, day + horizonDays);
    }

    double totalOf(ToDoubleFunction<CustomerPurchases> value) {
        return customers.stream().mapToDouble(value).sum();
    }

    double meanAbsoluteError(ToDoubleFunction<CustomerPurchases> expected) {
        return totalOf(each -> Math.abs(expected.applyAsDouble(each) - actual(each))) / customers.size();
    }

    double rootMeanSquaredError(ToDoubleFunction<CustomerPurchases> expected) {
        return Math.sqrt(totalOf(each -> Math.pow(expected.applyAsDouble(each) - actual(each), 2)) / customers.size());
    }

    /** The rate of repeats so far, carried on: what a spreadsheet would do. */
    double carriedOn(CustomerPurchases customer) {
        double age = customer.historyAt(day).age();
        return age == 0 ? 0 : customer.historyAt(day).repeats() / age * horizonDays;
    }

    /**
     * The area under the ROC curve of "buys again": how often a customer who did has the higher score than one who did not; a
     * tie is half (Mann and Whitney's U).
     */
    double areaUnderCurve(ToDoubleFunction<CustomerPurchases> score) {
        double[] buyers = scores(score, true);
        double[] others = scores(score, false);
        double wins = 0;
        for (double buyer : buyers) {
            for (double other : others) {
                wins += buyer > other ? 1 : buyer == other ? .5 : 0;
            }
        }
        return wins / buyers.length / others.length;
    }

    private double[] scores(ToDoubleFunction<CustomerPurchases> score, boolean bought) {
        return customers.stream()
                .filter(each -> actual(each) > 0 == bought)
                .mapToDouble(score)
                .toArray();
    }

    /** What is told of any prediction. */
    Map<String, Double> figures(ToDoubleFunction<CustomerPurchases> expected) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("MAE", meanAbsoluteError(expected));
        figures.put("RMSE", rootMeanSquaredError(expected));
        figures.put("purchases", totalOf(expected));
        figures.put("actual", totalOf(this::actual));
        return figures;
    }
}
