package org.postroad.event.shard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Work for customers, spread over shards, that the pump takes off batch by batch: their events, and whatever of later
 * packages must not meet these. A batch that fails is halved until the one that fails alone is set aside.
 *
 * @param <T> a piece of work
 */
public interface ShardedQueue<T> {

    /** What waits in these shards, in order; asked often. */
    List<T> waiting(int[] shards, int atMost);

    /**
     * Does those of them that still wait and whose shard is free ({@link Shards#tryLock}), in one transaction.
     *
     * @return how many were done
     */
    int process(List<T> pieces);

    /** When more of it falls due than waits now; empty if nothing will by itself. */
    default Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /** Puts one away that fails alone. */
    void giveUp(T piece, String reason);
}
