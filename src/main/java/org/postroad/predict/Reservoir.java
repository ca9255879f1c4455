package org.postroad.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A random sample of bounded size of however many are offered, each with the same chance (Vitter, "Random sampling with a
 * reservoir", ACM TOMS 11(1), 1985, algorithm R).
 */
public final class Reservoir<T> {

    private final int size;
    private final SplittableRandom random;
    private final List<T> sample = new ArrayList<>();
    private long offered;

    public Reservoir(int size, SplittableRandom random) {
        this.size = size;
        this.random = random;
    }

    public void offer(T item) {
        offered++;
        if (sample.size() < size) {
            sample.add(item);
            return;
        }
        long place = random.nextLong(offered);
        if (place < size) {
            sample.set((int) place, item);
        }
    }

    public List<T> sample() {
        return List.copyOf(sample);
    }
}
