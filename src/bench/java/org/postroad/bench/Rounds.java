package org.postroad.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures in rounds, ours and theirs in turns, so that a machine that slows down slows both; the first does not count. */
public final class Rounds {

    private final int rounds;

    private Rounds(int rounds) {
        this.rounds = rounds;
    }

    public static Rounds of(int rounds) {
        return new Rounds(rounds);
    }

    /** What is measured, once; the result is in the line's unit. */
    public interface Measurement {
        double measure() throws Exception;
    }

    public BenchResult compare(String id, String what, String unit, Measurement ours, Measurement theirs) throws Exception {
        return run(id, what, unit, ours, theirs);
    }

    /** A line that stands for itself. */
    public BenchResult measure(String id, String what, String unit, Measurement ours) throws Exception {
        return run(id, what, unit, ours, null);
    }

    private BenchResult run(String id, String what, String unit, Measurement ours, @Nullable Measurement theirs)
            throws Exception {
        List<Double> values = new ArrayList<>();
        List<Double> baselines = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double value = ours.measure();
            double baseline = theirs == null ? Double.NaN : theirs.measure();
            if (round > 0) {
                values.add(value);
                baselines.add(baseline);
            }
            System.out.printf("  %s round %d: %,.2f %s, baseline %,.2f%n", id, round, value, unit, baseline);
        }
        double value = median(values);
        Double baseline = theirs == null ? null : median(baselines);
        return new BenchResult(
                id, what, unit, value, baseline, baseline == null ? null : value / baseline, rounds, spread(values));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double spread(List<Double> values) {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return (most - least) / median(values);
    }
}
