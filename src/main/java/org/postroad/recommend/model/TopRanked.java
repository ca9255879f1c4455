package org.postroad.recommend.model;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** Chooses the highest of many scores. */
final class TopRanked {

    private TopRanked() {}

    /** The indices of the highest scores above 0, at most so many, best first; equal scores in the order of indices. NaN is left out. */
    static int[] of(double[] scores, int atMost) {
        return of(scores, IntStream.range(0, scores.length), atMost);
    }

    /** The same of some indices. */
    static int[] of(double[] scores, IntStream candidates, int atMost) {
        if (atMost <= 0) {
            return new int[0];
        }
        Comparator<Integer> worstFirst =
                Comparator.comparingDouble((Integer index) -> scores[index]).thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> best = new PriorityQueue<>(worstFirst);
        candidates.filter(index -> scores[index] > 0).forEach(index -> {
            if (best.size() < atMost || worstFirst.compare(index, best.element()) > 0) {
                best.add(index);
                if (best.size() > atMost) {
                    best.remove();
                }
            }
        });
        int[] ranked = new int[best.size()];
        for (int i = ranked.length - 1; i >= 0; i--) {
            ranked[i] = best.remove();
        }
        return ranked;
    }
}
