package org.postroad.predict.lifetime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether customers bought within a horizon of whom the model knew nothing of that time.
 *
 * @param horizon in days
 * @param tenths of the customers by predicted probability, the lowest first
 */
public record HeldOut(int horizon, List<Tenth> tenths) {

    static final HeldOut NOTHING = new HeldOut(0, List.of());

    private static final int TENTHS = 10;

    public HeldOut {
        tenths = List.copyOf(tenths);
    }

    /**
     * Customers for whom about the same was predicted.
     *
     * @param predicted the mean predicted probability
     * @param observed the share of those who bought
     */
    public record Tenth(double predicted, double observed, int customers) {}

    /** @param bought whether each customer did, in the order of the probabilities */
    static HeldOut of(int horizon, double[] probabilities, boolean[] bought) {
        int[] order = IntStream.range(0, bought.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer customer) -> probabilities[customer]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Tenth> tenths = new ArrayList<>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int from = bought.length * tenth / TENTHS;
            int to = bought.length * (tenth + 1) / TENTHS;
            if (to > from) {
                tenths.add(tenth(order, from, to, probabilities, bought));
            }
        }
        return new HeldOut(horizon, tenths);
    }

    private static Tenth tenth(int[] order, int from, int to, double[] probabilities, boolean[] bought) {
        double predicted = IntStream.range(from, to)
                .mapToDouble(i -> probabilities[order[i]])
                .average()
                .orElse(0);
        long buyers = IntStream.range(from, to).filter(i -> bought[order[i]]).count();
        return new Tenth(predicted, (double) buyers / (to - from), to - from);
    }

    public long customers() {
        return tenths.stream().mapToLong(Tenth::customers).sum();
    }
}
