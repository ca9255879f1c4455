package org.postroad.deliver.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postroad.deliver.Message;
import org.postroad.deliver.MessageEvents;
import org.postroad.deliver.MessageState;
import org.postroad.deliver.YieldedMessages;
import org.postroad.deliver.outbox.AttemptOutcome;
import org.postroad.deliver.outbox.Outbox;
import org.postroad.deliver.smtp.SendResult;
import org.postroad.sql.DatabaseFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records the outcome of a worker's last attempt with its event, and begins the next attempt, in one transaction that is
 * durable before the relay sees the next message. So a crash leaves at most one message per connection in state ATTEMPTING,
 * and a message costs one commit or less: workers that arrive during a transaction share the next one (ADR 0008).
 */
@Component
public class AttemptRecorder {

    private static final long RETRY_PAUSE_MILLIS = 250;
    private static final Logger log = LoggerFactory.getLogger(AttemptRecorder.class);

    private final Outbox outbox;
    private final MessageEvents events;
    private final YieldedMessages yieldedMessages;
    private final MailMetrics metrics;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Queue<PendingWrite> pending = new ConcurrentLinkedQueue<>();

    AttemptRecorder(
            Outbox outbox,
            MessageEvents events,
            YieldedMessages yieldedMessages,
            MailMetrics metrics,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.outbox = outbox;
        this.events = events;
        this.yieldedMessages = yieldedMessages;
        this.metrics = metrics;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A message in state ATTEMPTING, with its MIME. */
    record BegunAttempt(Message message, byte[] mime) {}

    /** An attempt whose result is not recorded yet. */
    record FinishedAttempt(Message message, SendResult result) {}

    /**
     * Returns when both are committed.
     *
     * @param done the attempt to record
     * @param next the message to attempt next
     * @return the begun attempt; empty if {@code next} is, was cancelled, was taken by another node, or is being changed at
     *     this moment
     */
    public Optional<BegunAttempt> recordAndBegin(Optional<FinishedAttempt> done, Optional<Message> next) {
        if (done.isEmpty() && next.isEmpty()) {
            return Optional.empty();
        }
        PendingWrite write = new PendingWrite(done, next);
        pending.add(write);
        synchronized (this) {
            if (!write.settled) {
                settle(drainPending());
            }
            return write.result();
        }
    }

    private List<PendingWrite> drainPending() {
        List<PendingWrite> writes = new ArrayList<>();
        for (PendingWrite write = pending.poll(); write != null; write = pending.poll()) {
            writes.add(write);
        }
        return writes;
    }

    /** Writes that fail together are repeated one by one, so that one does not fail the others. */
    private void settle(List<PendingWrite> writes) {
        Optional<RuntimeException> failure = write(writes);
        if (failure.isPresent() && writes.size() > 1) {
            writes.forEach(write -> settle(List.of(write)));
        } else {
            failure.ifPresent(first -> retryWhileDatabaseIsAway(writes.get(0), first));
        }
    }

    /** A result of the relay is worth waiting for the database. */
    private void retryWhileDatabaseIsAway(PendingWrite write, RuntimeException first) {
        Optional<RuntimeException> failure = Optional.of(first);
        while (failure.filter(write::mayBeRetried).isPresent() && pause()) {
            failure = write(List.of(write));
        }
        failure.ifPresent(write::fail);
    }

    private Optional<RuntimeException> write(List<PendingWrite> writes) {
        Instant now = clock.instant();
        List<AttemptOutcome> outcomes = writes.stream()
                .flatMap(write -> write.done.stream())
                .map(done -> AttemptOutcome.of(done.message(), done.result(), now))
                .toList();
        List<Message> next =
                writes.stream().flatMap(write -> write.next.stream()).toList();
        try {
            Map<UUID, byte[]> begun = Objects.requireNonNull(transaction.execute(status -> write(outcomes, next, now)));
            writes.forEach(write -> write.settle(begun));
            outcomes.forEach(metrics::count);
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failure);
        }
    }

    /** Ends attempts and begins others in the caller's transaction. Returns the MIME of those that were begun. */
    Map<UUID, byte[]> write(List<AttemptOutcome> outcomes, List<Message> next, Instant now) {
        settleLosers(outcomes, outbox.endAttempts(outcomes));
        events.record(outcomes.stream()
                .flatMap(outcome -> events.of(outcome.message(), outcome.state(), outcome.reason()))
                .toList());
        return outbox.beginAttempts(next, now);
    }

    /** A message of unknown delivery status counts as sent here, as it does for the gap. */
    private void settleLosers(List<AttemptOutcome> outcomes, Set<UUID> winners) {
        if (!winners.isEmpty()) {
            yieldedMessages.skip(winnersIn(outcomes, winners, MessageState.SENT, MessageState.ATTEMPTING));
            yieldedMessages.release(winnersIn(outcomes, winners, MessageState.FAILED));
        }
    }

    private static List<UUID> winnersIn(List<AttemptOutcome> outcomes, Set<UUID> winners, MessageState... states) {
        return outcomes.stream()
                .filter(outcome -> List.of(states).contains(outcome.state()))
                .map(outcome -> outcome.message().id())
                .filter(winners::contains)
                .toList();
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What one worker waits to have written. Read and changed only under the recorder's lock. */
    private static final class PendingWrite {

        private final Optional<FinishedAttempt> done;
        private final Optional<Message> next;
        private Optional<BegunAttempt> begun = Optional.empty();
        private boolean settled;
        private @Nullable RuntimeException failure;

        PendingWrite(Optional<FinishedAttempt> done, Optional<Message> next) {
            this.done = done;
            this.next = next;
        }

        void settle(Map<UUID, byte[]> mimes) {
            settled = true;
            begun = next.flatMap(message ->
                    Optional.ofNullable(mimes.get(message.id())).map(mime -> new BegunAttempt(message, mime)));
        }

        boolean mayBeRetried(RuntimeException failure) {
            return done.isPresent() && DatabaseFault.of(failure) != DatabaseFault.OTHER;
        }

        void fail(RuntimeException failure) {
            settled = true;
            this.failure = failure;
            done.ifPresent(lost -> log.warn(
                    "The outcome of message {} could not be stored; it stays in state ATTEMPTING",
                    lost.message().id()));
        }

        Optional<BegunAttempt> result() {
            if (failure != null) {
                throw failure;
            }
            return begun;
        }
    }
}
