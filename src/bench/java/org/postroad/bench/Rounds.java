package org.postroad.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures in rounds, ours and theirs in turns, so that a machine that slows down slows both; the first does not count. */
public final class Rounds {

    private final int rounds;
    private final boolean warmUp;

    private Rounds(int rounds, boolean warmUp) {
        this.rounds = rounds;
        this.warmUp = warmUp;
    }

    public static Rounds of(int rounds) {
        return new Rounds(rounds, true);
    }

    /** One round that counts, for what is cold whenever it happens. */
    public static Rounds once() {
        return new Rounds(1, false);
    }

    /** What is measured, once; the result is in the line's unit. */
    public interface Measurement {
        double measure() throws Exception;
    }

    public BenchResult compare(String id, String what, String unit, Measurement ours, Measurement theirs)
            throws Exception {
        return run(id, what, unit, ours, theirs);
    }

    /** A line that stands for itself. */
    public BenchResult measure(String id, String what, String unit, Measurement ours) throws Exception {
        return run(id, what, unit, ours, null);
    }

    /**
     * One line for each baseline: the first bears the id, the others the id and the baseline's name. All are measured in
     * turns.
     *
     * @param theirs baselines by name, in order
     */
    public List<BenchResult> compareAll(
            String id, String what, String unit, Measurement ours, Map<String, Measurement> theirs) throws Exception {
        List<Double> values = new ArrayList<>();
        Map<String, List<Double>> baselines = new LinkedHashMap<>();
        for (int round = warmUp ? 0 : 1; round <= rounds; round++) {
            double value = ours.measure();
            StringBuilder line = new StringBuilder("  %s round %d: %,.2f %s".formatted(id, round, value, unit));
            for (Map.Entry<String, Measurement> their : theirs.entrySet()) {
                double baseline = their.getValue().measure();
                line.append(", %s %,.2f".formatted(their.getKey(), baseline));
                if (round > 0) {
                    baselines
                            .computeIfAbsent(their.getKey(), name -> new ArrayList<>())
                            .add(baseline);
                }
            }
            if (round > 0) {
                values.add(value);
            }
            System.out.println(line);
        }
        List<BenchResult> lines = new ArrayList<>();
        baselines.forEach((name, measured) -> lines.add(
                line(lines.isEmpty() ? id : id + "-" + name, what.isEmpty() ? "against " + name : what, unit, values)
                        .against(median(measured))));
        return lines;
    }

    private BenchResult run(String id, String what, String unit, Measurement ours, @Nullable Measurement theirs)
            throws Exception {
        if (theirs != null) {
            return compareAll(id, what, unit, ours, Map.of("baseline", theirs)).get(0);
        }
        List<Double> values = new ArrayList<>();
        for (int round = warmUp ? 0 : 1; round <= rounds; round++) {
            double value = ours.measure();
            if (round > 0) {
                values.add(value);
            }
            System.out.printf("  %s round %d: %,.2f %s%n", id, round, value, unit);
        }
        return line(id, what, unit, values);
    }

    private static BenchResult line(String id, String what, String unit, List<Double> values) {
        return new BenchResult(id, what, unit, median(values), null, null, values.size(), spread(values));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double spread(List<Double> values) {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double median = median(values);
        return median == 0 ? 0 : (most - least) / median;
    }
}
