package org.postroad.learn.effect;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The Qini coefficient as scikit-uplift computes it ({@code qini_auc_score} of version 0.5, negative effects allowed): the area
 * between the Qini curve (Radcliffe, "Using control groups to target on predicted lift", 2007) and the straight line of random
 * targeting, divided by the same area of the perfect order. 1 is perfect, 0 random.
 */
public final class QiniCurve {

    private QiniCurve() {}

    /**
     * The coefficient.
     *
     * @param responded whether the outcome happened
     * @param scores by which rows are targeted, highest first; equal ones together
     * @param treated whether the row was treated; both kinds must be there
     * @throws IllegalArgumentException if all rows were treated, or none
     */
    public static double coefficient(boolean[] responded, double[] scores, boolean[] treated) {
        long count = IntStream.range(0, treated.length).filter(i -> treated[i]).count();
        if (count == 0 || count == treated.length) {
            throw new IllegalArgumentException("A Qini curve needs treated and untreated rows.");
        }
        double[] perfect = IntStream.range(0, scores.length)
                .mapToDouble(i -> responded[i] ? (treated[i] ? 1 : -1) : 0)
                .toArray();
        double model = aboveRandom(responded, scores, treated);
        double best = aboveRandom(responded, perfect, treated);
        return best == 0 ? 0 : model / best;
    }

    /** The area between the curve and the line from its start to its end. */
    private static double aboveRandom(boolean[] responded, double[] scores, boolean[] treated) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double area = 0;
        double lastX = 0;
        double lastY = 0;
        int treatedRows = 0;
        int treatedResponses = 0;
        int controlResponses = 0;
        for (int i = 0; i < order.length; i++) {
            treatedRows += treated[order[i]] ? 1 : 0;
            treatedResponses += treated[order[i]] && responded[order[i]] ? 1 : 0;
            controlResponses += !treated[order[i]] && responded[order[i]] ? 1 : 0;
            if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
                int controlRows = i + 1 - treatedRows;
                double ratio = controlRows == 0 ? 0 : (double) treatedRows / controlRows;
                double y = treatedResponses - controlResponses * ratio;
                area += (i + 1 - lastX) * (y + lastY) / 2;
                lastX = i + 1;
                lastY = y;
            }
        }
        return area - lastX * lastY / 2;
    }
}
