package org.postroad.predict.lifetime;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The days on which one customer bought, and for how much. Purchases of one day count as one. Memory: 12 bytes for each day
 * with a purchase, however many purchases there were.
 */
public final class CustomerPurchases {

    private final int[] days;
    private final double[] amounts;

    private CustomerPurchases(int[] days, double[] amounts) {
        this.days = days;
        this.amounts = amounts;
    }

    /**
     * Purchases with amounts.
     *
     * @param days of each purchase, in any order, such as days since 1970
     * @param amounts of each purchase, in one currency; what is not finite or not positive (a gift, a return) counts as a
     *     purchase whose amount is unknown
     */
    public static CustomerPurchases of(int[] days, double[] amounts) {
        if (days.length != amounts.length) {
            throw new IllegalArgumentException(
                    "there are " + days.length + " days, but " + amounts.length + " amounts");
        }
        int[] distinct = Arrays.stream(days).sorted().distinct().toArray();
        double[] sums = new double[distinct.length];
        for (int i = 0; i < days.length; i++) {
            if (Double.isFinite(amounts[i]) && amounts[i] > 0) {
                sums[Arrays.binarySearch(distinct, days[i])] += amounts[i];
            }
        }
        return new CustomerPurchases(distinct, sums);
    }

    /** Purchases without amounts. */
    public static CustomerPurchases of(int... days) {
        return of(days, new double[days.length]);
    }

    /** On how many days the customer bought, up to and including a day. */
    public int countUntil(int day) {
        int found = Arrays.binarySearch(days, day);
        return found < 0 ? -found - 1 : found + 1;
    }

    /** On how many days the customer bought after a day, up to and including another. */
    public int countBetween(int after, int until) {
        return countUntil(until) - countUntil(after);
    }

    /** What the purchases after a day, up to and including another, were worth as far as is known. */
    public double amountBetween(int after, int until) {
        return Arrays.stream(amounts, countUntil(after), Math.max(countUntil(after), countUntil(until)))
                .sum();
    }

    /** The day of the first purchase. Only if there is one. */
    public int firstDay() {
        return days[0];
    }

    /**
     * What a model of purchases needs to know, in days, as seen at the end of a day; later purchases are not known.
     *
     * @throws IllegalArgumentException if nothing was bought up to that day
     */
    public PurchaseHistory historyAt(int day) {
        int count = countUntil(day);
        if (count == 0) {
            throw new IllegalArgumentException("nothing was bought up to day " + day);
        }
        double sumOfLogs = IntStream.range(1, count)
                .mapToDouble(i -> Math.log(days[i] - days[i - 1]))
                .sum();
        return new PurchaseHistory(count - 1, days[count - 1] - days[0], day - days[0], sumOfLogs);
    }

    /** What all purchases up to and including a day were worth. */
    public SpendHistory spendAt(int day) {
        return spend(0, countUntil(day));
    }

    /** As {@link #spendAt}, but without the first purchase, as in the literature. */
    public SpendHistory repeatSpendAt(int day) {
        return spend(1, countUntil(day));
    }

    private SpendHistory spend(int from, int to) {
        double[] known = IntStream.range(from, Math.max(from, to))
                .mapToDouble(i -> amounts[i])
                .filter(amount -> amount > 0)
                .toArray();
        return new SpendHistory(known.length, Arrays.stream(known).average().orElse(0));
    }

    /** The days between purchases up to and including a day, in order. */
    int[] intervalsUntil(int day) {
        return IntStream.range(1, Math.max(1, countUntil(day)))
                .map(i -> days[i] - days[i - 1])
                .toArray();
    }
}
