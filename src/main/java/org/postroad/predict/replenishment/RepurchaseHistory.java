package org.postroad.predict.replenishment;

import java.util.Map;
import java.util.TreeMap;

/**
 * One customer's purchases of one product, as far as the model needs them (sufficient statistics). A unit is what the pack size
 * counts: two packs of 500 g are 1,000 if packs are measured in grams, or 2 if all packs are alike.
 *
 * @param intervals between the purchases
 * @param silence the days since the last purchase, at least 0
 * @param units that the last purchase brought, positive
 */
public record RepurchaseHistory(LogIntervals intervals, double silence, double units) {

    /** @throws IllegalArgumentException if a number is not finite or out of its range */
    public RepurchaseHistory {
        boolean possible =
                silence >= 0 && silence < Double.POSITIVE_INFINITY && units > 0 && units < Double.POSITIVE_INFINITY;
        if (!possible) {
            throw new IllegalArgumentException("no history: silence %s, units %s".formatted(silence, units));
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

    private static RepurchaseHistory of(TreeMap<Integer, Double> unitsByDay, int today) {
        LogIntervals intervals = LogIntervals.NONE;
        Map.Entry<Integer, Double> last = unitsByDay.firstEntry();
        for (Map.Entry<Integer, Double> next :
                unitsByDay.tailMap(last.getKey(), false).entrySet()) {
            intervals = intervals.with(Math.log(next.getKey() - last.getKey()), Math.log(last.getValue()));
            last = next;
        }
        return new RepurchaseHistory(intervals, today - last.getKey(), last.getValue());
    }
}
