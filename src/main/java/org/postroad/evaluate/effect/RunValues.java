package org.postroad.evaluate.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What several runs found, by name in the order in which names came. */
final class RunValues {

    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    void add(String name, double value) {
        values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    void addAll(Map<String, Double> run) {
        run.forEach(this::add);
    }

    /** The values of all runs; empty if the name is unknown. */
    double[] of(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** The mean over the runs; NaN if the name is unknown. */
    double mean(String name) {
        return mean(of(name));
    }

    /** All means except these. */
    Map<String, Double> meansWithout(String... names) {
        Map<String, Double> means = new LinkedHashMap<>();
        values.keySet().stream()
                .filter(name -> !Set.of(names).contains(name))
                .forEach(name -> means.put(name, mean(name)));
        return means;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
