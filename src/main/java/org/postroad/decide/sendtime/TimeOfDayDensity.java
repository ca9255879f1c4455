package org.postroad.decide.sendtime;

import java.util.Map;
import java.util.function.IntPredicate;

/**
 * A kernel density estimate over the minutes of a day, on the circle, so that 23:50 and 00:10 are neighbours (Hall, Watson
 * and Cabrera, "Kernel density estimation with spherical data", Biometrika 74, 1987), with a Gaussian kernel.
 */
final class TimeOfDayDensity {

    private final double[] heights = new double[DayKind.MINUTES];
    private double total;

    /**
     * @param engagement weight by minute of the week
     * @param counts which minutes of the week count
     * @param kernel see {@link #kernel}
     */
    static TimeOfDayDensity of(Map<Integer, Double> engagement, IntPredicate counts, double[] kernel) {
        TimeOfDayDensity density = new TimeOfDayDensity();
        engagement.forEach((minute, weight) -> {
            if (counts.test(minute)) {
                density.add(minute % DayKind.MINUTES, weight, kernel);
            }
        });
        return density;
    }

    /** The sum of all weights. */
    double total() {
        return total;
    }

    /** The posterior mean of the density by minute of the day, with the prior as pseudo-counts of weight {@code strength}. */
    double[] densityWithPrior(double[] prior, double strength) {
        double[] density = new double[heights.length];
        for (int minute = 0; minute < density.length; minute++) {
            density[minute] = (heights[minute] + strength * prior[minute]) / (total + strength);
        }
        return density;
    }

    private void add(int minute, double weight, double[] kernel) {
        int untilMidnight = heights.length - minute;
        for (int distance = 0; distance < untilMidnight; distance++) {
            heights[minute + distance] += weight * kernel[distance];
        }
        for (int distance = untilMidnight; distance < heights.length; distance++) {
            heights[distance - untilMidnight] += weight * kernel[distance];
        }
        total += weight;
    }

    /** By clockwise distance in minutes: Gaussian in the shorter distance, with the sum 1. */
    static double[] kernel(double bandwidthMinutes) {
        double[] kernel = new double[DayKind.MINUTES];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            double shorter = Math.min(i, kernel.length - i) / bandwidthMinutes;
            kernel[i] = Math.exp(-shorter * shorter / 2);
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }
}
