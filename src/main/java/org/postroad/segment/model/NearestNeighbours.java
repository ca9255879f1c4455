package org.postroad.segment.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Likeness by nearest neighbours: how many members are among the {@value #NEIGHBOURS} known customers who are nearest in
 * standardised features; of equal numbers, the nearer to a member is more alike.
 */
final class NearestNeighbours implements Lookalike {

    private static final int NEIGHBOURS = 100;

    private final Standardisation standardisation;
    private final double[][] known;
    private final int seeds;

    /**
     * @param seeds the members
     * @param others customers of whom it is not known whether they are alike
     */
    NearestNeighbours(List<Behaviour> seeds, List<Behaviour> others) {
        List<double[]> rows = Stream.concat(seeds.stream(), others.stream())
                .map(LookalikeFeatures::of)
                .toList();
        this.standardisation = Standardisation.of(rows);
        this.known = rows.stream().map(standardisation::apply).toArray(double[][]::new);
        this.seeds = seeds.size();
    }

    @Override
    public double score(Behaviour behaviour) {
        double[] point = standardisation.apply(LookalikeFeatures.of(behaviour));
        double[] distances = Arrays.stream(known)
                .mapToDouble(other -> KMeans.squaredDistance(point, other))
                .toArray();
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        double farthest = sorted[Math.min(NEIGHBOURS, sorted.length) - 1];
        double[] members = Arrays.copyOf(distances, seeds);
        double nearest = Arrays.stream(members).min().orElse(Double.MAX_VALUE);
        return Arrays.stream(members).filter(distance -> distance <= farthest).count() + 1 / (2 + nearest);
    }
}
