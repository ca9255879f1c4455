package org.postroad.event.shard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postroad.event.EventSettings;
import org.postroad.sql.ConflictRetry;
import org.postroad.sql.DatabaseFault;
import org.postroad.sql.JvmFault;
import org.postroad.time.ScheduledWork;
import org.postroad.time.WorkTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Processes all {@link ShardedQueue}s, above all the event inbox, batch by batch and in several threads at once. Each batch
 * is one transaction that holds the locks of its shards. After a conflict the batch is tried again. A batch that fails is
 * bisected until the item that fails alone is found; the queue gives that one up, and the others are processed. While the
 * database cannot be reached, everything waits.
 */
@Component
@Order(ScheduledWork.EVENTS)
public class ShardedQueueProcessor implements ScheduledWork {

    /** So that the background can be stopped between two calls. */
    private static final int MOST_BATCHES_A_CALL = 4;

    /** A backlog is processed in larger batches: the more events of a customer are handled together, the less each costs. */
    private static final int BACKLOG_FACTOR = 4;

    private static final int LONGEST_REASON = 1_000;
    private static final Logger log = LoggerFactory.getLogger(ShardedQueueProcessor.class);

    private final List<ShardedQueue<?>> queues;
    private final ShardTransaction transaction;
    private final ShardWorkers workers;
    private final int batchSize;

    ShardedQueueProcessor(
            List<ShardedQueue<?>> queues, ShardTransaction transaction, ShardWorkers workers, EventSettings settings) {
        this.queues = List.copyOf(queues);
        this.transaction = transaction;
        this.workers = workers;
        this.batchSize = settings.batchSize();
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Set<WorkTopic> topics() {
        return Set.of(WorkTopic.CUSTOMER_WORK);
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
        return workers.runAndSum(shards ->
                queues.stream().mapToInt(queue -> processQueue(queue, shards)).sum());
    }

    private <T extends ShardedItem> int processQueue(ShardedQueue<T> queue, int[] shards) {
        int processed = processNext(queue, shards, batchSize);
        int last = processed < batchSize ? 0 : processed;
        for (int batch = 0; batch < MOST_BATCHES_A_CALL && last > 0; batch++) {
            last = processNext(queue, shards, batchSize * BACKLOG_FACTOR);
            processed += last;
        }
        return processed;
    }

    private <T extends ShardedItem> int processNext(ShardedQueue<T> queue, int[] shards, int atMost) {
        List<T> waiting = queue.waiting(shards, atMost);
        return waiting.isEmpty() ? 0 : process(queue, waiting);
    }

    private <T extends ShardedItem> int process(ShardedQueue<T> queue, List<T> batch) {
        try {
            return ConflictRetry.run(() -> queue.runBatch(() -> transaction.run(batch, queue::process)));
        } catch (RuntimeException | Error failure) {
            boolean alone = batch.size() == 1;
            DatabaseFault fault = DatabaseFault.of(failure);
            if (JvmFault.isFatal(failure) || fault == DatabaseFault.GONE || alone && fault == DatabaseFault.CONFLICT) {
                throw failure; // nothing is wrong with the batch; it waits, and is the first to be processed next time
            }
            return alone ? giveUp(queue, batch, failure) : processInHalves(queue, batch);
        }
    }

    private <T extends ShardedItem> int processInHalves(ShardedQueue<T> queue, List<T> batch) {
        int middle = batch.size() / 2;
        return process(queue, batch.subList(0, middle)) + process(queue, batch.subList(middle, batch.size()));
    }

    private <T extends ShardedItem> int giveUp(ShardedQueue<T> queue, List<T> one, Throwable failure) {
        String reason = failure.toString().replace('\0', ' ');
        int givenUp = transaction.run(one, locked -> {
            queue.giveUp(locked.get(0), reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
            return 1;
        });
        if (givenUp > 0) {
            log.warn(
                    "{} is set aside, since processing it failed ({})",
                    one.get(0),
                    failure.getClass().getSimpleName());
        }
        return givenUp;
    }
}
