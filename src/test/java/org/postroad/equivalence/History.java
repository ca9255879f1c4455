package org.postroad.equivalence;

import java.util.List;

/**
 * What happens to a few customers over some weeks, drawn from a seed: the same seed is the same history.
 *
 * @param happenings in order
 */
record History(long seed, List<Happening> happenings) {

    static History ofSeed(long seed) {
        return new RandomHistory(seed).draw();
    }
}
