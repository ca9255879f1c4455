package org.postroad.event.shard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.postroad.event.EventSettings;
import org.postroad.sql.ConflictRetry;
import org.postroad.sql.DatabaseFault;
import org.postroad.sql.JvmFault;
import org.postroad.time.ScheduledWork;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Processes all {@link ShardedQueue}s, above all the event inbox, batch by batch and in several threads at once. Each batch
 * is one transaction that holds the locks of its shards; shards that others have locked do not keep the rest from being
 * processed. After a conflict the batch is tried again. A batch that fails is bisected until the item that fails alone is
 * found. That one is processed in {@linkplain Isolation isolation}, so that only what fails in it is left out; if it fails even
 * so, the queue gives it up. The others are processed. While the database cannot be reached, everything waits.
 */
@Component
@Order(ScheduledWork.EVENTS)
public class ShardedQueueProcessor implements ScheduledWork {

    /** So that the background can be stopped between two calls. */
    private static final int MOST_BATCHES_A_CALL = 4;

    /** A backlog is processed in larger batches: the more events of a customer are handled together, the less each costs. */
    private static final int BACKLOG_FACTOR = 4;

    private static final Duration WHEN_HINDERED = Duration.ofMillis(50);
    private static final int LONGEST_REASON = 1_000;
    private static final Logger log = LoggerFactory.getLogger(ShardedQueueProcessor.class);

    private final ConcernedQueues queues;
    private final ShardTransaction transaction;
    private final Isolation isolation;
    private final ShardWorkers workers;
    private final int batchSize;
    private volatile boolean hindered;

    ShardedQueueProcessor(
            List<ShardedQueue<?>> queues,
            ShardTransaction transaction,
            Isolation isolation,
            ShardWorkers workers,
            EventSettings settings,
            WorkSignal workSignal,
            Clock clock) {
        this.queues = new ConcernedQueues(queues, clock);
        workSignal.addListener(this.queues::signal);
        this.transaction = transaction;
        this.isolation = isolation;
        this.workers = workers;
        this.batchSize = settings.batchSize();
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Set<WorkTopic> topics() {
        return Set.of(WorkTopic.EVENTS, WorkTopic.CUSTOMER_WORK);
    }

    @Override
    public Optional<Instant> nextDue() {
        return queues.nextDue();
    }

    @Override
    public boolean isDue(Instant now) {
        return hindered || queues.anyWaiting();
    }

    /** What others had locked is looked at again soon. */
    @Override
    public Duration pollInterval() {
        return hindered ? WHEN_HINDERED : ScheduledWork.super.pollInterval();
    }

    /** @throws RuntimeException if nothing could be processed, although something waits that nobody else has locked */
    @Override
    public int runDue() {
        List<ShardedQueue<?>> asked = queues.now();
        Queue<ShardPass> passes = new ConcurrentLinkedQueue<>();
        int processed = workers.runAndSum(share -> {
            ShardPass pass = new ShardPass(share);
            passes.add(pass);
            return asked.stream().mapToInt(queue -> processQueue(queue, pass)).sum();
        });
        hindered = passes.stream().anyMatch(pass -> pass.left() > 0);
        if (hindered) {
            queues.concernOthers();
        }
        if (processed == 0) {
            passes.stream()
                    .map(ShardPass::failure)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(failure -> {
                        throw failure;
                    });
        }
        return processed;
    }

    /** While batches are full, or shards are left behind that hid others. */
    private <T extends ShardedItem> int processQueue(ShardedQueue<T> queue, ShardPass pass) {
        int processed = 0;
        int full = 0;
        for (boolean more = true; more && full <= MOST_BATCHES_A_CALL; ) {
            int left = pass.left();
            int done = processNext(queue, pass, full == 0 ? batchSize : batchSize * BACKLOG_FACTOR);
            boolean wasFull = done >= (full == 0 ? batchSize : 1);
            full += wasFull ? 1 : 0;
            more = wasFull || pass.left() > left;
            processed += done;
        }
        if (processed > 0) {
            queues.processed(queue);
        }
        return processed;
    }

    private <T extends ShardedItem> int processNext(ShardedQueue<T> queue, ShardPass pass, int atMost) {
        int[] shards = pass.shards();
        List<T> waiting = shards.length == 0 ? List.of() : queue.waiting(shards, atMost);
        pass.served(waiting);
        return process(queue, waiting, pass);
    }

    private <T extends ShardedItem> int process(ShardedQueue<T> queue, List<T> items, ShardPass pass) {
        List<T> batch = pass.open(items);
        if (batch.isEmpty()) {
            return 0;
        }
        try {
            return ConflictRetry.run(() -> queue.runBatch(() -> transaction.run(batch, pass, queue::process)));
        } catch (RuntimeException | Error failure) {
            if (JvmFault.isFatal(failure) || DatabaseFault.of(failure) == DatabaseFault.GONE) {
                throw failure; // nothing is wrong with the batch
            }
            return batch.size() == 1
                    ? processIsolated(queue, batch, pass, failure)
                    : processInHalves(queue, batch, pass);
        }
    }

    private <T extends ShardedItem> int processInHalves(ShardedQueue<T> queue, List<T> batch, ShardPass pass) {
        int middle = batch.size() / 2;
        return process(queue, batch.subList(0, middle), pass)
                + process(queue, batch.subList(middle, batch.size()), pass);
    }

    /** The item again, so that what fails in it does not keep the rest from taking effect: see {@link Isolation}. */
    private <T extends ShardedItem> int processIsolated(
            ShardedQueue<T> queue, List<T> one, ShardPass pass, Throwable before) {
        if (leaveAfterConflict(one, pass, before)) {
            return 0;
        }
        try {
            return ConflictRetry.run(() ->
                    queue.runBatch(() -> isolation.run(() -> transaction.run(one, pass, queue::process))));
        } catch (RuntimeException | Error failure) {
            if (JvmFault.isFatal(failure) || DatabaseFault.of(failure) == DatabaseFault.GONE) {
                throw failure;
            }
            return leaveAfterConflict(one, pass, failure) ? 0 : giveUp(queue, one, pass, failure);
        }
    }

    /** After a conflict it waits, and is the first of its shard next time. */
    private static <T extends ShardedItem> boolean leaveAfterConflict(List<T> one, ShardPass pass, Throwable failure) {
        if (DatabaseFault.of(failure) == DatabaseFault.CONFLICT && failure instanceof RuntimeException conflict) {
            pass.leave(one.get(0).shard(), conflict);
            return true;
        }
        return false;
    }

    private <T extends ShardedItem> int giveUp(ShardedQueue<T> queue, List<T> one, ShardPass pass, Throwable failure) {
        String reason = reason(failure);
        int givenUp = transaction.run(one, pass, locked -> {
            queue.giveUp(locked.get(0), reason);
            return 1;
        });
        if (givenUp > 0) {
            log.warn(
                    "{} is set aside, since processing it failed ({}{})",
                    one.get(0),
                    failure.getClass().getSimpleName(),
                    place(failure));
        }
        return givenUp;
    }

    /** What failed and where, for whoever is to mend it. */
    private static String reason(Throwable failure) {
        String reason = (failure + place(failure)).replace('\0', ' ');
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    /** Where it was thrown, innermost cause first; in Postroad's code if it went through that. */
    private static String place(Throwable failure) {
        StackTraceElement[] frames =
                NestedExceptionUtils.getMostSpecificCause(failure).getStackTrace();
        return Arrays.stream(frames)
                .filter(frame -> frame.getClassName().startsWith("org.postroad."))
                .findFirst()
                .or(() -> Arrays.stream(frames).findFirst())
                .map(frame -> ", at " + frame)
                .orElse("");
    }
}
