package org.postroad.segment.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.clustering.CentroidCluster;
import org.hipparchus.clustering.DoublePoint;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.hipparchus.clustering.distance.EuclideanDistance;
import org.hipparchus.random.Well19937c;

/**
 * Clusters points by k-means++ (Arthur and Vassilvitskii, "k-means++: the advantages of careful seeding", SODA 2007), the best of
 * several starts by the sum of squared distances to the centres. The same points and seed give the same centres.
 */
final class KMeans {

    private static final int MOST_ITERATIONS = 100;

    private KMeans() {}

    /**
     * The centres, in no order.
     *
     * @param points of equal length, at least {@code k} different ones
     * @return {@code k × features}
     */
    static double[][] centres(List<double[]> points, int k, int starts, long seed) {
        List<DoublePoint> all = points.stream().map(DoublePoint::new).toList();
        KMeansPlusPlusClusterer<DoublePoint> clusterer =
                new KMeansPlusPlusClusterer<>(k, MOST_ITERATIONS, new EuclideanDistance(), new Well19937c(seed));
        return IntStream.range(0, starts)
                .mapToObj(start -> clusterer.cluster(all))
                .map(KMeans::centres)
                .min(Comparator.comparingDouble(centres -> squaredDistances(points, centres)))
                .orElseThrow();
    }

    private static double[][] centres(List<CentroidCluster<DoublePoint>> clusters) {
        return clusters.stream().map(cluster -> cluster.getCenter().getPoint()).toArray(double[][]::new);
    }

    private static double squaredDistances(List<double[]> points, double[][] centres) {
        return points.stream()
                .mapToDouble(point -> squaredDistance(point, centres[nearest(point, centres)]))
                .sum();
    }

    /** The index of the nearest centre; of several, the first. */
    static int nearest(double[] point, double[][] centres) {
        int nearest = 0;
        for (int centre = 1; centre < centres.length; centre++) {
            if (squaredDistance(point, centres[centre]) < squaredDistance(point, centres[nearest])) {
                nearest = centre;
            }
        }
        return nearest;
    }

    /** The index of the nearest centre of each point. */
    static int[] nearest(List<double[]> points, double[][] centres) {
        return points.stream().mapToInt(point -> nearest(point, centres)).toArray();
    }

    static double squaredDistance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }

    /** The number of different points. */
    static long different(List<double[]> points) {
        return points.stream().map(DoublePoint::new).distinct().count();
    }
}
