package org.postroad.event.shard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.postroad.time.WorkTopic;
import org.springframework.core.annotation.Order;

/**
 * Work for customers that must not run beside their events. {@link ShardedQueueProcessor} processes every queue batch by
 * batch: it locks the shards, opens the transaction, tries again after conflicts and bisects a batch that fails. A queue
 * only says what waits and does the work. In every round the queues take turns in their {@link Order}.
 *
 * @param <T> an item; its {@code toString} appears in the log and so must name nobody
 */
public interface ShardedQueue<T extends ShardedItem> {

    /** Events that enrolments missed, before their customers' next events. */
    int LOOK_BACKS = 10;

    int EVENTS = 20;
    int MIGRATIONS = 25;
    int STOPPED_ENROLMENTS = 26;
    int INVITATIONS = 30;
    int AUDIENCE_SWEEP = 40;
    int AUDIENCE_CHECKS = 41;

    /**
     * The next items of these shards, in order for each. Called without a transaction, and often.
     *
     * @param shards in the order in which to look at them, if not all are
     */
    List<T> waiting(int[] shards, int atMost);

    /**
     * Processes those of the items that still wait: another node may have been faster. Runs in a transaction that holds
     * the lock of the shard of every item.
     *
     * @param items at least one
     * @return how many were processed
     */
    int process(List<T> items);

    /** Removes an item that fails alone. Runs in a new transaction that holds the lock of its shard. */
    void giveUp(T item, String reason);

    /** The signal by which new items are told; those of {@link WorkTopic#EVENTS} are asked for all the time. */
    default WorkTopic topic() {
        return WorkTopic.CUSTOMER_WORK;
    }

    /**
     * When more items fall due than wait now; empty if none will by itself. Asked again after something was processed and
     * after a signal, so whoever else changes the answer must signal.
     */
    default Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /**
     * Runs the transaction of one batch, failed ones included; a queue that measures its batches wraps it.
     *
     * @param transaction returns what {@link #process} returned, 0 if all shards were locked by others
     */
    default int runBatch(IntSupplier transaction) {
        return transaction.getAsInt();
    }
}
