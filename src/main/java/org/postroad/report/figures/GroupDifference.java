package org.postroad.report.figures;

import io.swagger.v3.oas.annotations.media.Schema;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Treated minus control, with a 95 % confidence interval.
 *
 * @param value the observed difference
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
@Schema(name = "Difference")
public record GroupDifference(double value, double low, double high) {

    /** Of a two-sided interval that covers 95 %. */
    private static final double QUANTILE = 0.975;

    private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(QUANTILE);

    /**
     * Difference of two shares, with Newcombe's hybrid score interval (Statistics in Medicine 17, 1998, method 10). It
     * also holds for small groups and for shares near 0.
     */
    static GroupDifference ofShares(ExperimentGroup treated, ExperimentGroup control) {
        double p1 = treated.purchaseRate();
        double p2 = control.purchaseRate();
        Wilson one = Wilson.of(p1, treated.people());
        Wilson two = Wilson.of(p2, control.people());
        double difference = p1 - p2;
        return new GroupDifference(
                difference,
                difference - Math.hypot(p1 - one.low, two.high - p2),
                difference + Math.hypot(one.high - p1, p2 - two.low));
    }

    /** Difference of two means, with Welch's interval (Biometrika 34, 1947). Needs two people in each group. */
    static GroupDifference ofMeans(ExperimentGroup treated, ExperimentGroup control) {
        double difference = treated.revenuePerHead() - control.revenuePerHead();
        double first = treated.variance() / treated.people();
        double second = control.variance() / control.people();
        double sum = first + second;
        if (sum == 0) {
            return new GroupDifference(difference, difference, difference);
        }
        double degreesOfFreedom =
                sum * sum / (first * first / (treated.people() - 1) + second * second / (control.people() - 1));
        double halfWidth = TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(QUANTILE) * Math.sqrt(sum);
        return new GroupDifference(difference, difference - halfWidth, difference + halfWidth);
    }

    /** Whether chance alone could explain the difference. */
    boolean includesZero() {
        return low <= 0 && high >= 0;
    }

    /** Wilson's score interval of one share (Journal of the American Statistical Association 22, 1927). */
    private record Wilson(double low, double high) {

        static Wilson of(double share, long n) {
            double centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
            double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
            return new Wilson(centre - half, centre + half);
        }
    }
}
