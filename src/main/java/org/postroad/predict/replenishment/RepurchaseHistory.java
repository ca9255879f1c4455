package org.postroad.predict.replenishment;

import java.util.Map;
import java.util.TreeMap;

/**
 * One customer's purchases of one product, as far as the model needs them (sufficient statistics). An interval is counted in
 * days per unit: the days from one purchase to the next, over the units that the former brought. A unit is what the pack size
 * counts: two packs of 500 g are 1,000 if packs are measured in grams, or 2 if all packs are alike.
 *
 * @param intervals how many intervals between purchases there were, at least 0
 * @param meanLog the mean of their logarithms; 0 without intervals
 * @param squaredDeviations of the logarithms from that mean, summed
 * @param silence the days since the last purchase, at least 0
 * @param units that the last purchase brought, positive
 */
public record RepurchaseHistory(int intervals, double meanLog, double squaredDeviations, double silence, double units) {

    /** @throws IllegalArgumentException if a number is not finite or out of its range */
    public RepurchaseHistory {
        boolean possible = intervals >= 0
                && Double.isFinite(meanLog)
                && squaredDeviations >= 0
                && squaredDeviations < Double.POSITIVE_INFINITY
                && silence >= 0
                && silence < Double.POSITIVE_INFINITY
                && units > 0
                && units < Double.POSITIVE_INFINITY;
        if (!possible) {
            throw new IllegalArgumentException("no history: %d intervals, mean %s, deviations %s, silence %s, units %s"
                    .formatted(intervals, meanLog, squaredDeviations, silence, units));
        }
    }

    /**
     * Of purchases in any order, as seen at the end of a day: those of one day are one purchase; later ones, and those whose
     * units are not a positive finite number (a return), are left out.
     *
     * @param days such as days since 1970
     * @param units of each purchase: pack size times quantity
     * @throws IllegalArgumentException if nothing is left
     */
    public static RepurchaseHistory of(int[] days, double[] units, int today) {
        TreeMap<Integer, Double> unitsByDay = new TreeMap<>();
        for (int i = 0; i < days.length; i++) {
            if (days[i] <= today && units[i] > 0 && Double.isFinite(units[i])) {
                unitsByDay.merge(days[i], units[i], Double::sum);
            }
        }
        if (unitsByDay.isEmpty()) {
            throw new IllegalArgumentException("nothing was bought up to day " + today);
        }
        return of(unitsByDay, today);
    }

    /** Mean and squared deviations by Welford's method. */
    private static RepurchaseHistory of(TreeMap<Integer, Double> unitsByDay, int today) {
        int count = 0;
        double mean = 0;
        double squares = 0;
        Map.Entry<Integer, Double> last = unitsByDay.firstEntry();
        for (Map.Entry<Integer, Double> next :
                unitsByDay.tailMap(last.getKey(), false).entrySet()) {
            double log = Math.log((next.getKey() - last.getKey()) / last.getValue());
            count++;
            double distance = log - mean;
            mean += distance / count;
            squares += distance * (log - mean);
            last = next;
        }
        return new RepurchaseHistory(count, mean, squares, today - last.getKey(), last.getValue());
    }
}
