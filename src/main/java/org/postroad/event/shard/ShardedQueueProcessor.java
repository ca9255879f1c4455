package org.postroad.event.shard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.postroad.event.EventBacklog;
import org.postroad.event.EventSettings;
import org.postroad.event.inbox.Inbox;
import org.postroad.sql.DatabaseFault;
import org.postroad.time.ScheduledWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Works off what waits for customers, batch by batch, in several lanes at once: above all their events. A conflict is
 * tried again. A batch that fails is halved until the one that fails alone is found; that one is set aside and the others
 * act. While the database is gone, all wait.
 */
@Component
@Order(10)
class ShardedQueueProcessor implements ScheduledWork, EventBacklog {

    /** So that the background can be stopped between two calls. */
    private static final int MOST_BATCHES_A_CALL = 4;

    /** A backlog is worked off in larger batches: the more events of a customer act together, the less each costs. */
    private static final int BACKLOG_FACTOR = 4;

    private static final int MOST_TRIES = 5;
    private static final int LONGEST_PAUSE_MILLIS = 40;
    private static final int LONGEST_REASON = 1_000;
    private static final Logger log = LoggerFactory.getLogger(ShardedQueueProcessor.class);

    private final List<ShardedQueue<?>> queues;
    private final Inbox inbox;
    private final ShardWorkers shardWorkers;
    private final int batchSize;

    ShardedQueueProcessor(
            List<ShardedQueue<?>> queues, Inbox inbox, ShardWorkers shardWorkers, EventSettings settings) {
        this.queues = List.copyOf(queues);
        this.inbox = inbox;
        this.shardWorkers = shardWorkers;
        this.batchSize = settings.batchSize();
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Optional<Instant> nextDue() {
        return queues.stream()
                .map(ShardedQueue::nextDue)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    @Override
    public int runDue() {
        return shardWorkers.runAndSum(shards ->
                queues.stream().mapToInt(queue -> processQueue(queue, shards)).sum());
    }

    private <T> int processQueue(ShardedQueue<T> queue, int[] shards) {
        int acted = act(queue, shards, batchSize);
        int last = acted < batchSize ? 0 : acted;
        for (int batch = 0; batch < MOST_BATCHES_A_CALL && last > 0; batch++) {
            last = act(queue, shards, batchSize * BACKLOG_FACTOR);
            acted += last;
        }
        return acted;
    }

    private static <T> int act(ShardedQueue<T> queue, int[] shards, int atMost) {
        List<T> waiting = queue.waiting(shards, atMost);
        return waiting.isEmpty() ? 0 : act(queue, waiting);
    }

    @Override
    public int drain() {
        int acted = 0;
        for (int more = runDue(); more > 0; more = runDue()) {
            acted += more;
        }
        return acted;
    }

    @Override
    public long size() {
        return inbox.size();
    }

    private static <T> int act(ShardedQueue<T> queue, List<T> batch) {
        try {
            return processWithRetries(queue, batch, 1);
        } catch (RuntimeException failure) {
            if (DatabaseFault.of(failure) == DatabaseFault.GONE) {
                throw failure; // nothing is wrong with the work
            }
            return batch.size() == 1 ? giveUp(queue, batch.get(0), failure) : processInHalves(queue, batch);
        }
    }

    private static <T> int processWithRetries(ShardedQueue<T> queue, List<T> batch, int attempt) {
        try {
            return queue.process(batch);
        } catch (RuntimeException failure) {
            if (DatabaseFault.of(failure) != DatabaseFault.CONFLICT || attempt == MOST_TRIES) {
                throw failure;
            }
            backOff(attempt);
            return processWithRetries(queue, batch, attempt + 1);
        }
    }

    private static <T> int processInHalves(ShardedQueue<T> queue, List<T> batch) {
        int middle = batch.size() / 2;
        return act(queue, batch.subList(0, middle)) + act(queue, batch.subList(middle, batch.size()));
    }

    private static <T> int giveUp(ShardedQueue<T> queue, T piece, RuntimeException failure) {
        if (DatabaseFault.of(failure) == DatabaseFault.CONFLICT) {
            throw failure; // it waits, and is the first to act next time
        }
        String reason = failure.toString().replace('\0', ' ');
        queue.giveUp(piece, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        log.warn(
                "{} is set aside, since the road cannot act on it ({})",
                piece,
                failure.getClass().getSimpleName());
        return 1;
    }

    /** Longer each time, and never the same for two who are in each other's way. */
    private static void backOff(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS) * (long) attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
