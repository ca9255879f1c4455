package org.postroad.segment.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns who is like the members of a group, the seeds. Half the seeds are hidden among the others, {@value #VALIDATIONS} times, and
 * both {@link PositiveUnlabelled} trees and {@link NearestNeighbours} are asked to find them. The one with the greater mean
 * {@link #lift} is fitted to all. Deterministic.
 */
public final class LookalikeTraining {

    /** With fewer seeds, or fewer others, nothing is learned. */
    public static final int FEWEST = 30;

    private static final int VALIDATIONS = 3;
    private static final int TENTH = 10;
    private static final long SEED = 20_131;

    private LookalikeTraining() {}

    /** How likeness can be learned. */
    public enum Method {
        BOOSTED_TREES {
            @Override
            public Lookalike fit(List<Behaviour> seeds, List<Behaviour> others) {
                return new PositiveUnlabelled(seeds, others);
            }
        },
        NEAREST_NEIGHBOURS {
            @Override
            public Lookalike fit(List<Behaviour> seeds, List<Behaviour> others) {
                return new NearestNeighbours(seeds, others);
            }
        };

        /**
         * Fits this method.
         *
         * @param seeds the members, at least one
         * @param others customers of whom it is not known whether they are alike, at least one
         */
        public abstract Lookalike fit(List<Behaviour> seeds, List<Behaviour> others);
    }

    /**
     * What was learned.
     *
     * @param lift of its method on hidden seeds, as {@link LookalikeTraining#lift}
     */
    public record Learned(Lookalike lookalike, Method method, double lift) {}

    /**
     * Chooses and fits.
     *
     * @param seeds at least {@value #FEWEST}
     * @param others likewise
     */
    public static Learned fit(List<Behaviour> seeds, List<Behaviour> others) {
        double trees = 0;
        double neighbours = 0;
        SplittableRandom random = new SplittableRandom(SEED);
        for (int run = 0; run < VALIDATIONS; run++) {
            Halves halves = Halves.of(seeds, random.split());
            trees += halves.lift(Method.BOOSTED_TREES, others) / VALIDATIONS;
            neighbours += halves.lift(Method.NEAREST_NEIGHBOURS, others) / VALIDATIONS;
        }
        Method method = trees >= neighbours ? Method.BOOSTED_TREES : Method.NEAREST_NEIGHBOURS;
        return new Learned(method.fit(seeds, others), method, Math.max(trees, neighbours));
    }

    /**
     * How much more often a hidden seed is found in the tenth with the highest scores than anywhere: from 0 to 10.
     *
     * @param hidden scores of hidden seeds, at least one
     * @param others scores of all others
     */
    public static double lift(double[] hidden, double[] others) {
        int all = hidden.length + others.length;
        int top = Math.max(1, all / TENTH);
        int[] best = IntStream.range(0, all)
                .boxed()
                .sorted((one, other) -> Double.compare(score(other, hidden, others), score(one, hidden, others)))
                .limit(top)
                .mapToInt(Integer::intValue)
                .toArray();
        double found = IntStream.of(best).filter(index -> index < hidden.length).count();
        return found / top / ((double) hidden.length / all);
    }

    /** Of equal scores, the others come first: no credit for chance. */
    private static double score(int index, double[] hidden, double[] others) {
        return index < hidden.length ? Math.nextDown(hidden[index]) : others[index - hidden.length];
    }

    private record Halves(List<Behaviour> known, List<Behaviour> hidden) {

        static Halves of(List<Behaviour> seeds, SplittableRandom random) {
            List<Behaviour> known = new ArrayList<>(seeds);
            List<Behaviour> hidden = new ArrayList<>();
            while (hidden.size() < seeds.size() / 2) {
                hidden.add(known.remove(random.nextInt(known.size())));
            }
            return new Halves(known, hidden);
        }

        double lift(Method method, List<Behaviour> others) {
            List<Behaviour> unlabelled = new ArrayList<>(others);
            unlabelled.addAll(hidden);
            Lookalike fitted = method.fit(known, unlabelled);
            return LookalikeTraining.lift(scores(fitted, hidden), scores(fitted, others));
        }

        private static double[] scores(Lookalike fitted, List<Behaviour> customers) {
            return customers.stream().mapToDouble(fitted::score).toArray();
        }
    }
}
