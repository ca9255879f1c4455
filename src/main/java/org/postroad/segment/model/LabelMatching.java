package org.postroad.segment.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Gives new clusters the labels of the last fit: the two centres that are nearest to each other first, then the nearest of the
 * others, and so on. A cluster that is left over gets a label that was never used.
 */
final class LabelMatching {

    private LabelMatching() {}

    private record Pair(int fresh, int old, double distance) {}

    /**
     * By new centre the index of the old one whose label it takes; one that is left over is absent.
     *
     * @param fresh the new centres, comparable with the old ones
     */
    static Map<Integer, Integer> match(double[][] fresh, double[][] old) {
        List<Pair> nearestFirst = IntStream.range(0, fresh.length)
                .boxed()
                .flatMap(one -> IntStream.range(0, old.length)
                        .mapToObj(other -> new Pair(one, other, KMeans.squaredDistance(fresh[one], old[other]))))
                .sorted(Comparator.comparingDouble(Pair::distance))
                .toList();
        Map<Integer, Integer> matched = new HashMap<>();
        nearestFirst.stream()
                .filter(pair -> !matched.containsKey(pair.fresh()) && !matched.containsValue(pair.old()))
                .forEach(pair -> addIfFree(matched, pair));
        return matched;
    }

    private static void addIfFree(Map<Integer, Integer> matched, Pair pair) {
        if (!matched.containsValue(pair.old())) {
            matched.putIfAbsent(pair.fresh(), pair.old());
        }
    }
}
