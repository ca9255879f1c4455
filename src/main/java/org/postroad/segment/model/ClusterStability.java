package org.postroad.segment.model;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How stable clusters are: the mean agreement ({@link AdjustedRandIndex}) of all points' groups by clusters of two bootstrap
 * samples, over so many pairs of samples (Fang and Wang, "Selection of the number of clusters via the bootstrap method",
 * Computational Statistics and Data Analysis 56, 2012).
 *
 * @param pairs of samples
 * @param starts of k-means for each
 */
record ClusterStability(int pairs, int starts) {

    /** In [-1, 1], at most 1; 1 for one cluster. Deterministic by its seed. */
    double of(List<double[]> points, int k, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, pairs)
                .mapToDouble(pair ->
                        AdjustedRandIndex.of(groups(points, k, random.split()), groups(points, k, random.split())))
                .average()
                .orElse(1);
    }

    private int[] groups(List<double[]> points, int k, SplittableRandom random) {
        List<double[]> sample = random.ints(points.size(), 0, points.size())
                .mapToObj(points::get)
                .toList();
        int most = (int) Math.min(k, KMeans.different(sample));
        return KMeans.nearest(points, KMeans.centres(sample, most, starts, random.nextLong()));
    }
}
