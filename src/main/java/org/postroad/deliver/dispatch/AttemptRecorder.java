package org.postroad.deliver.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postroad.deliver.Message;
import org.postroad.deliver.MessageEvents;
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
 * Writes down what came of a postman's message, tells the road, and lets him begin the next: all in one transaction,
 * which is durable before the relay hears of the message. So a crash leaves one message a connection in state ATTEMPTING,
 * and each mail costs one commit; postmen who come while one is written share the next (ADR 0008).
 */
@Component
public class AttemptRecorder {

    private static final long PAUSE_MILLIS = 250;
    private static final Logger log = LoggerFactory.getLogger(AttemptRecorder.class);

    private final Outbox outbox;
    private final MessageEvents events;
    private final MailMetrics numbers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Queue<PendingWrite> waiting = new ConcurrentLinkedQueue<>();

    AttemptRecorder(
            Outbox outbox,
            MessageEvents events,
            MailMetrics numbers,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.outbox = outbox;
        this.events = events;
        this.numbers = numbers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A message with its frozen octets, which is being attempted from now on. */
    record BegunAttempt(Message message, byte[] mime) {}

    /**
     * @param done what was posted, and what came of it
     * @param next what is to be posted next
     * @return the next, if it may be begun: it was not cancelled, and nobody else has it
     */
    public Optional<BegunAttempt> recordAndBegin(Optional<FinishedAttempt> done, Optional<Message> next) {
        PendingWrite pendingWrite = new PendingWrite(done, next);
        waiting.add(pendingWrite);
        synchronized (this) {
            if (!pendingWrite.settled) {
                settle(drainPending());
            }
            return pendingWrite.result();
        }
    }

    /** What a postman brings back. */
    record FinishedAttempt(Message message, SendResult attempt) {}

    private List<PendingWrite> drainPending() {
        List<PendingWrite> turns = new ArrayList<>();
        for (PendingWrite pendingWrite = waiting.poll(); pendingWrite != null; pendingWrite = waiting.poll()) {
            turns.add(pendingWrite);
        }
        return turns;
    }

    /** Whose turn fails in company is tried alone, so that one does not spoil the others'. */
    private void settle(List<PendingWrite> turns) {
        Optional<RuntimeException> failure = write(turns);
        if (failure.isPresent() && turns.size() > 1) {
            turns.forEach(pendingWrite -> settle(List.of(pendingWrite)));
        } else {
            failure.ifPresent(first -> retryWhileDatabaseIsAway(turns.get(0), first));
        }
    }

    /** What the relay said is known, and worth waiting for a database that is away. */
    private void retryWhileDatabaseIsAway(PendingWrite pendingWrite, RuntimeException first) {
        Optional<RuntimeException> failure = Optional.of(first);
        while (failure.filter(pendingWrite::mayBeTriedAgain).isPresent() && pause()) {
            failure = write(List.of(pendingWrite));
        }
        failure.ifPresent(pendingWrite::fail);
    }

    private Optional<RuntimeException> write(List<PendingWrite> turns) {
        Instant now = clock.instant();
        List<AttemptOutcome> outcomes = turns.stream()
                .flatMap(pendingWrite -> pendingWrite.done.stream())
                .map(done -> AttemptOutcome.of(done.message(), done.attempt(), now))
                .toList();
        List<Message> next = turns.stream()
                .flatMap(pendingWrite -> pendingWrite.next.stream())
                .toList();
        try {
            Map<UUID, byte[]> begun = Objects.requireNonNull(transaction.execute(status -> write(outcomes, next, now)));
            turns.forEach(pendingWrite -> pendingWrite.settle(begun));
            outcomes.forEach(numbers::count);
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(failure);
        }
    }

    private Map<UUID, byte[]> write(List<AttemptOutcome> outcomes, List<Message> next, Instant now) {
        outbox.endAttempts(outcomes);
        events.record(outcomes.stream()
                .flatMap(outcome -> events.of(outcome.message(), outcome.state(), outcome.reason()))
                .toList());
        return outbox.beginAttempts(next, now);
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One postman at the desk; seen and changed under the ledger's lock. */
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

        void settle(Map<UUID, byte[]> octets) {
            settled = true;
            begun = next.flatMap(message ->
                    Optional.ofNullable(octets.get(message.id())).map(mime -> new BegunAttempt(message, mime)));
        }

        boolean mayBeTriedAgain(RuntimeException failure) {
            return done.isPresent() && DatabaseFault.of(failure) != DatabaseFault.OTHER;
        }

        void fail(RuntimeException failure) {
            settled = true;
            this.failure = failure;
            done.ifPresent(lost -> log.warn(
                    "What came of message {} could not be stored; it stays in state ATTEMPTING",
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
