package org.postroad.predict;

/** Sums of numbers that are known by their logarithms, without overflow or underflow. */
public final class LogSum {

    private LogSum() {}

    /** {@code log(exp(a) + exp(b))}; negative infinity stands for zero. */
    public static double of(double a, double b) {
        double larger = Math.max(a, b);
        return larger == Double.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(-Math.abs(a - b)));
    }

    /** {@code log(Σ exp(terms))}; negative infinity stands for zero. */
    public static double of(double[] terms) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double term : terms) {
            largest = Math.max(largest, term);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (double term : terms) {
            sum += Math.exp(term - largest);
        }
        return largest + Math.log(sum);
    }
}
