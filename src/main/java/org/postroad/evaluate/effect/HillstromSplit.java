package org.postroad.evaluate.effect;

import java.util.Arrays;

/** A random split of Hillstrom's customers, 70 % to learn from and 30 % to measure on. */
record HillstromSplit(Hillstrom training, Hillstrom test) {

    static final double TRAINING_SHARE = 0.7;

    static HillstromSplit of(Hillstrom all, long seed) {
        int[] order = all.shuffled(seed);
        int cut = (int) Math.round(TRAINING_SHARE * order.length);
        return new HillstromSplit(
                all.rows(Arrays.copyOfRange(order, 0, cut)), all.rows(Arrays.copyOfRange(order, cut, order.length)));
    }
}
