package org.postroad.rehearse.sample;

import java.util.Map;
import java.util.TreeMap;

/** How often each of some things was chosen. */
record Tally(Map<String, Double> counts) {

    static Tally empty() {
        return new Tally(new TreeMap<>());
    }

    void add(String name, double number) {
        counts.merge(name, number, Double::sum);
    }

    void addAll(Tally other) {
        other.counts.forEach(this::add);
    }

    /**
     * The shares, drawn towards others as if those had been seen {@code weight} times more.
     *
     * @param towards by name, summing to 1; no other name gets a share
     */
    Map<String, Double> sharesShrunkTo(Map<String, Double> towards, double weight) {
        double all = towards.keySet().stream().mapToDouble(this::count).sum();
        Map<String, Double> shares = new TreeMap<>();
        towards.forEach((name, share) -> shares.put(name, (count(name) + weight * share) / (all + weight)));
        return shares;
    }

    private double count(String name) {
        return counts.getOrDefault(name, 0.0);
    }
}
