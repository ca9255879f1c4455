package org.postroad.evaluate.replenishment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many next orders came within their intervals. An order that came is before, within or after its interval. Where none came
 * to the end of the data the next order is censored: it has no date that could be covered, and says something only of whether the
 * habit goes on. Those are counted apart, over all customers whose interval was over by the end.
 */
final class IntervalCoverage {

    private int before;
    private int within;
    private int after;
    private int over;
    private int withinOfOver;
    private double predictedOfOver;
    private double predictedToReturn;
    private int customers;
    private final List<Long> widths = new ArrayList<>();

    /** An order that came after so many days, with its interval in whole days. */
    void came(int days, long earliest, long latest) {
        if (days < earliest) {
            before++;
        } else if (days > latest) {
            after++;
        } else {
            within++;
        }
        widths.add(latest - earliest);
    }

    /** Whether an order came within its interval, for an interval that is over, with the probability that was given to it. */
    void isOver(boolean cameWithin, double predicted) {
        over++;
        withinOfOver += cameWithin ? 1 : 0;
        predictedOfOver += predicted;
    }

    void isPredictedToReturn(double probability) {
        customers++;
        predictedToReturn += probability;
    }

    private int orders() {
        return before + within + after;
    }

    double coverage() {
        return within / (double) orders();
    }

    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("coverage", coverage());
        figures.put("before", before / (double) orders());
        figures.put("after", after / (double) orders());
        figures.put("median width, days", (double) medianWidth());
        figures.put("orders", (double) orders());
        return figures;
    }

    Map<String, Double> figuresOfAll() {
        Map<String, Double> figures = figures();
        figures.put("ordered again, of all", orders() / (double) customers);
        figures.put("predicted", predictedToReturn / customers);
        figures.put("within, of all whose interval is over", withinOfOver / (double) over);
        figures.put("predicted within", predictedOfOver / over);
        return figures;
    }

    private long medianWidth() {
        return widths.stream().sorted().skip(widths.size() / 2).findFirst().orElse(0L);
    }
}
