package org.postroad.segment.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fits {@link Clusters} to customers' behaviour.
 *
 * <ol>
 *   <li>The number of clusters is that of the last fit, if at least {@value #LEAST}, while its {@link ClusterStability} is at least
 *       {@value #STILL_STABLE}. Else the most stable number from {@value #LEAST} to {@value #MOST}, if it reaches {@value #STABLE}; else two, if these do; else
 *       one, {@value Clusters#ALL}. Two come last, since they are nearly always the most stable and say least (von Luxburg,
 *       "Clustering stability: an overview", Foundations and Trends in Machine Learning 2(3), 2010).
 *   <li>Centres are those of k-means++, the best of {@value #STARTS} starts.
 *   <li>Labels are taken from the last fit ({@link LabelMatching}). The first time, they are numbered by revenue, the highest first.
 * </ol>
 *
 * Fewer than {@value #FEWEST} customers are one cluster. The same customers and last fit give the same clusters.
 */
public final class ClusterTraining {

    static final int MOST = 8;
    static final int LEAST = 3;
    static final double STABLE = 0.85;
    static final double STILL_STABLE = 0.7;
    static final int STARTS = 20;
    static final int FEWEST = 50;

    private static final String LABEL = "behaviour-";
    private static final int REVENUE = ClusterFeatures.NAMES.indexOf("revenue");
    private static final long SEED = 20_071;
    private static final ClusterStability STABILITY = new ClusterStability(10, 5);

    private final List<double[]> rows;
    private final Standardisation standardisation;
    private final List<double[]> points;

    private ClusterTraining(List<double[]> rows) {
        this.rows = rows;
        this.standardisation = Standardisation.of(rows);
        this.points = rows.stream().map(standardisation::apply).toList();
    }

    /**
     * Fits and labels.
     *
     * @param customers a sample, in an order that is always the same; those who bought nothing are left out. With 10,000 it takes
     *     a minute
     * @param last the fit before, whose labels stay
     */
    public static Clusters fit(List<Behaviour> customers, Optional<Clusters> last) {
        List<double[]> rows = customers.stream()
                .filter(Behaviour::isBuyer)
                .map(ClusterFeatures::of)
                .toList();
        return rows.isEmpty() ? nobody(last) : new ClusterTraining(rows).fit(last);
    }

    private static Clusters nobody(Optional<Clusters> last) {
        int features = ClusterFeatures.NAMES.size();
        double[] zeros = new double[features];
        return new Clusters(
                Standardisation.of(List.of(zeros)),
                List.of(new Cluster(Clusters.ALL, zeros)),
                last.map(Clusters::labelled).orElse(0),
                1,
                0);
    }

    private Clusters fit(Optional<Clusters> last) {
        Choice choice = choose(last);
        double[][] centres = choice.k() == 1
                ? new double[][] {new double[ClusterFeatures.NAMES.size()]}
                : KMeans.centres(points, choice.k(), STARTS, SEED);
        int before = last.map(Clusters::labelled).orElse(0);
        List<Cluster> clusters = labelled(centres, last);
        int labelled = before
                + (int) clusters.stream()
                        .filter(cluster -> number(cluster.label()) > before)
                        .count();
        return new Clusters(standardisation, clusters, labelled, choice.stability(), rows.size());
    }

    private record Choice(int k, double stability) {}

    private Choice choose(Optional<Clusters> last) {
        long most = rows.size() < FEWEST ? 1 : Math.min(MOST, KMeans.different(points));
        return last.map(fit -> fit.clusters().size())
                .filter(k -> k >= LEAST && k <= most)
                .map(this::choice)
                .filter(choice -> choice.stability() >= STILL_STABLE)
                .or(() -> mostStable(LEAST, (int) most))
                .or(() -> mostStable(2, (int) Math.min(most, LEAST - 1)))
                .orElse(new Choice(1, 1));
    }

    private Optional<Choice> mostStable(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(this::choice)
                .filter(choice -> choice.stability() >= STABLE)
                .max(Comparator.comparingDouble(Choice::stability));
    }

    private Choice choice(int k) {
        return new Choice(k, STABILITY.of(points, k, SEED + k));
    }

    private List<Cluster> labelled(double[][] centres, Optional<Clusters> last) {
        if (centres.length == 1) {
            return List.of(new Cluster(Clusters.ALL, standardisation.invert(centres[0])));
        }
        List<Cluster> old = last.map(Clusters::clusters).orElse(List.of()).stream()
                .filter(cluster -> number(cluster.label()) > 0)
                .toList();
        double[][] oldCentres = old.stream()
                .map(cluster -> standardisation.apply(cluster.centre()))
                .toArray(double[][]::new);
        Map<Integer, Integer> matched = LabelMatching.match(centres, oldCentres);
        int next = last.map(Clusters::labelled).orElse(0);
        List<Cluster> clusters = new ArrayList<>();
        for (int centre : byRevenue(centres)) {
            Integer match = matched.get(centre);
            String label = match == null ? LABEL + ++next : old.get(match).label();
            clusters.add(new Cluster(label, standardisation.invert(centres[centre])));
        }
        return clusters;
    }

    private static int[] byRevenue(double[][] centres) {
        return IntStream.range(0, centres.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer centre) -> -centres[centre][REVENUE]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The number in a label; 0 in {@link Clusters#ALL}. */
    private static int number(String label) {
        return label.startsWith(LABEL) ? Integer.parseInt(label.substring(LABEL.length())) : 0;
    }
}
