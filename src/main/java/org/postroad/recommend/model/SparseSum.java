package org.postroad.recommend.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A sum of sparse vectors that remembers which entries it has. */
final class SparseSum {

    private final double[] values;
    private final boolean[] present;
    private int[] entries = new int[16];
    private int size;

    SparseSum(int width) {
        this.values = new double[width];
        this.present = new boolean[width];
    }

    void add(int index, double value) {
        if (!present[index]) {
            present[index] = true;
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, 2 * size);
            }
            entries[size++] = index;
        }
        values[index] += value;
    }

    double value(int index) {
        return values[index];
    }

    /** The indices of the highest values above 0, but not this one, best first. */
    int[] highest(int atMost, int but) {
        return TopRanked.of(values, IntStream.of(entries).limit(size).filter(index -> index != but), atMost);
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            values[entries[i]] = 0;
            present[entries[i]] = false;
        }
        size = 0;
    }
}
