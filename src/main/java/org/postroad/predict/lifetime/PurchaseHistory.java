package org.postroad.predict.lifetime;

/**
 * A customer's purchases as far as the models of purchases need them (they are sufficient statistics). All times in one unit.
 *
 * @param repeats x, the purchases after the first, at least 0
 * @param recency t_x, the time from the first purchase to the last, at least 0
 * @param age T, the time from the first purchase to now, at least the recency
 * @param sumOfLogIntervals the sum of the logarithms of the times between successive purchases
 */
public record PurchaseHistory(int repeats, double recency, double age, double sumOfLogIntervals) {

    /** @throws IllegalArgumentException unless {@code 0 <= recency <= age < ∞}, and without repeats the recency is 0 */
    public PurchaseHistory {
        boolean possible = repeats >= 0
                && 0 <= recency
                && recency <= age
                && age < Double.POSITIVE_INFINITY
                && Double.isFinite(sumOfLogIntervals)
                && (repeats == 0) == (recency == 0);
        if (!possible) {
            throw new IllegalArgumentException("no history: %d repeats, recency %s, age %s, sum of logarithms %s"
                    .formatted(repeats, recency, age, sumOfLogIntervals));
        }
    }

    /** The same history in a unit that is so many of the present ones: 7 makes weeks of days. */
    public PurchaseHistory inUnitsOf(double units) {
        return new PurchaseHistory(
                repeats, recency / units, age / units, sumOfLogIntervals - repeats * Math.log(units));
    }
}
