package org.postroad.report.figures;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Treated minus control, with a 95 % interval.
 *
 * @param value the difference that was observed
 * @param low with {@code high}: differences that fit what was observed
 */
@Schema(name = "Difference")
public record GroupDifference(double value, double low, double high) {

    private static final double Z = 1.959964;

    /**
     * Of two shares: Newcombe's hybrid score interval (Statistics in Medicine 17, 1998, method 10), which stays honest
     * for small groups and for shares near 0.
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

    /** Of two means: Welch's interval. Needs two people in each group. */
    static GroupDifference ofMeans(ExperimentGroup treated, ExperimentGroup control) {
        double difference = treated.revenuePerHead() - control.revenuePerHead();
        double first = treated.variance() / treated.people();
        double second = control.variance() / control.people();
        double width = first + second == 0 ? 0 : t(degrees(treated, control)) * Math.sqrt(first + second);
        return new GroupDifference(difference, difference - width, difference + width);
    }

    /** Welch and Satterthwaite's degrees of freedom. */
    private static double degrees(ExperimentGroup treated, ExperimentGroup control) {
        double first = treated.variance() / treated.people();
        double second = control.variance() / control.people();
        double spread = first * first / (treated.people() - 1) + second * second / (control.people() - 1);
        return (first + second) * (first + second) / spread;
    }

    /** The 97.5 % quantile of Student's t (Abramowitz and Stegun 26.7.5), within 1 % from three degrees of freedom on. */
    static double t(double degrees) {
        double z3 = Math.pow(Z, 3);
        double z5 = Math.pow(Z, 5);
        double z7 = Math.pow(Z, 7);
        return Z
                + (z3 + Z) / (4 * degrees)
                + (5 * z5 + 16 * z3 + 3 * Z) / (96 * degrees * degrees)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * Math.pow(degrees, 3));
    }

    /** Whether chance alone would explain it. */
    boolean includesZero() {
        return low <= 0 && high >= 0;
    }

    /** Wilson's score interval of one share. */
    private record Wilson(double low, double high) {

        static Wilson of(double share, long n) {
            double centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
            double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
            return new Wilson(centre - half, centre + half);
        }
    }
}
