package org.postroad.predict.lifetime;

import java.util.List;

/**
 * Customers as they were at the end of a day, and how often they bought in the days after it: training never sees more.
 *
 * @param histories of those who had bought by then, in days
 * @param bought how often each bought within the horizon
 */
record Window(List<PurchaseHistory> histories, List<Integer> bought, int horizon) {

    static Window of(List<CustomerPurchases> customers, int day, int horizon) {
        List<CustomerPurchases> known =
                customers.stream().filter(each -> each.countUntil(day) > 0).toList();
        return new Window(
                known.stream().map(each -> each.historyAt(day)).toList(),
                known.stream()
                        .map(each -> each.countBetween(day, day + horizon))
                        .toList(),
                horizon);
    }

    double[] expected(RepeatPurchaseModel model) {
        return histories.stream()
                .mapToDouble(each -> model.forecast(each, horizon).expected())
                .toArray();
    }

    double[] probabilities(RepeatPurchaseModel model) {
        return histories.stream()
                .mapToDouble(each -> model.forecast(each, horizon).probabilityOfAtLeast(1))
                .toArray();
    }

    /** Of the expected number of purchases. The mean is what has the least (Gneiting, JASA 106, 2011), not the median. */
    double meanSquaredError(RepeatPurchaseModel model) {
        double[] expected = expected(model);
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            double error = expected[i] - bought.get(i);
            sum += error * error;
        }
        return expected.length == 0 ? 0 : sum / expected.length;
    }

    boolean[] boughtAny() {
        boolean[] any = new boolean[bought.size()];
        for (int i = 0; i < any.length; i++) {
            any[i] = bought.get(i) > 0;
        }
        return any;
    }

    /** Whether at least so many customers bought, and so many did not. */
    boolean hasAtLeastOfBoth(int customers) {
        long buyers = bought.stream().filter(count -> count > 0).count();
        return buyers >= customers && bought.size() - buyers >= customers;
    }
}
