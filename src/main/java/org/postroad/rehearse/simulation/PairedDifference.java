package org.postroad.rehearse.simulation;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much a figure of each customer differs between two simulations of the same people: the mean of the differences, with
 * its 95 % confidence interval (Student's t). What chance does to a customer is the same in both, so it cancels out; that
 * makes the interval narrower than that of two groups of other people. Public for the report's template.
 *
 * @param name of the figure, a head
 * @param first its mean in the first simulation
 * @param second its mean in the second
 * @param difference second minus first
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param affected customers of whom the figure differs
 */
public record PairedDifference(
        String name, double first, double second, double difference, double low, double high, long affected) {

    /** Of a two-sided interval that covers 95 %. */
    private static final double QUANTILE = 0.975;

    /** Of as many numbers in each, in the same order of customers; at least two customers. */
    static PairedDifference of(String name, double[] first, double[] second) {
        int people = first.length;
        double sum = 0;
        long affected = 0;
        for (int i = 0; i < people; i++) {
            sum += second[i] - first[i];
            affected += second[i] == first[i] ? 0 : 1;
        }
        double mean = sum / people;
        double squares = 0;
        for (int i = 0; i < people; i++) {
            squares += Math.pow(second[i] - first[i] - mean, 2);
        }
        double halfWidth = people < 2
                ? Double.POSITIVE_INFINITY
                : TDistribution.of(people - 1).inverseCumulativeProbability(QUANTILE)
                        * Math.sqrt(squares / (people - 1) / people);
        return new PairedDifference(
                name, mean(first), mean(second), mean, mean - halfWidth, mean + halfWidth, affected);
    }

    private static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }

    /** Whether chance alone could explain the difference. */
    public boolean includesZero() {
        return low <= 0 && high >= 0;
    }
}
