package org.postroad.segment.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fitted clusters. Immutable.
 *
 * @param clusters at least one
 * @param labelled how many labels were given so far; a new cluster gets the next number
 * @param stability of the clusters over bootstrap samples ({@link ClusterStability}), at most 1
 * @param customers they were fitted to
 */
public record Clusters(
        Standardisation standardisation, List<Cluster> clusters, int labelled, double stability, int customers) {

    /** The label where there is one cluster only. */
    public static final String ALL = "all";

    /** A customer moves to another cluster only if its centre is nearer than this share of the distance to the own. */
    private static final double CLEARLY_NEARER = 0.5;

    private static final double APART = 0.5;

    /** @throws RuntimeException if these are no clusters, such as when they were stored by another version */
    public Clusters {
        clusters = List.copyOf(clusters);
        int features = ClusterFeatures.NAMES.size();
        if (clusters.isEmpty()
                || standardisation.means().length != features
                || standardisation.deviations().length != features
                || clusters.stream().anyMatch(cluster -> cluster.centre().length != features)) {
            throw new IllegalArgumentException("These are no clusters by " + ClusterFeatures.NAMES + ".");
        }
    }

    /** The label of the nearest cluster; the last one if it still exists and no other is clearly nearer. */
    public String labelOf(Behaviour behaviour, Optional<String> last) {
        double[] point = standardisation.apply(ClusterFeatures.of(behaviour));
        double[][] centres = centres();
        int nearest = KMeans.nearest(point, centres);
        OptionalInt own = last.map(this::indexOf).orElse(OptionalInt.empty());
        boolean stays = own.isPresent()
                && distance(point, centres[nearest]) > CLEARLY_NEARER * distance(point, centres[own.getAsInt()]);
        return clusters.get(stays ? own.getAsInt() : nearest).label();
    }

    /** What sets a cluster's centre apart from the mean customer by more than half a standard deviation, in words. */
    public String describe(Cluster cluster) {
        double[] centre = standardisation.apply(cluster.centre());
        String words = IntStream.range(0, centre.length)
                .filter(feature -> Math.abs(centre[feature]) > APART)
                .mapToObj(feature -> (centre[feature] > 0 ? ClusterFeatures.MORE : ClusterFeatures.LESS).get(feature))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "buys as most do" : "bought " + words;
    }

    /** The standardised centres. */
    double[][] centres() {
        return clusters.stream()
                .map(cluster -> standardisation.apply(cluster.centre()))
                .toArray(double[][]::new);
    }

    private OptionalInt indexOf(String label) {
        return IntStream.range(0, clusters.size())
                .filter(index -> clusters.get(index).label().equals(label))
                .findFirst();
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(KMeans.squaredDistance(one, other));
    }
}
