package org.postroad.deliver.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postroad.deliver.DeliverSettings;
import org.postroad.deliver.Message;
import org.postroad.deliver.outbox.ClaimedMessage;
import org.postroad.deliver.outbox.OutboxClaims;
import org.postroad.deliver.smtp.SendResult;

/**
 * The sack from which all postmen take. It is filled again while anything is due, also while one of them waits long for
 * an answer, and the round is over when all stand before an empty sack. What must leave soonest lies on top: a slot of a
 * limited domain is soon over.
 */
final class SendRound {

    /** Slots that come free while the sack is worked off would be lost if nobody looked. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final OutboxClaims outboxClaims;
    private final DeliverSettings settings;
    private final Clock clock;
    private final BooleanSupplier closing;
    private final Queue<ClaimedMessage> sack = new PriorityQueue<>(Comparator.comparing(ClaimedMessage::until)
            .thenComparing(claimedMessage -> claimedMessage.message().dueAt())
            .thenComparing(claimedMessage -> claimedMessage.message().id()));
    private Instant lookAt;
    private boolean found;
    private int taken;
    private int idle;
    private boolean over;
    private SendResult.@Nullable Unreachable away;
    private @Nullable Throwable failure;

    SendRound(OutboxClaims outboxClaims, DeliverSettings settings, Clock clock, BooleanSupplier closing) {
        this.outboxClaims = outboxClaims;
        this.settings = settings;
        this.clock = clock;
        this.closing = closing;
        this.lookAt = clock.instant();
    }

    /** The next message that may be posted; empty when the round is over. */
    Optional<Message> next(Predicate<Message> permitted) {
        try {
            for (Optional<Message> next = next(); ; next = next()) {
                if (next.isEmpty() || permitted.test(next.get())) {
                    return next;
                }
            }
        } catch (RuntimeException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(new IllegalStateException("A postman was interrupted."));
        }
        return Optional.empty();
    }

    private synchronized Optional<Message> next() throws InterruptedException {
        Optional<ClaimedMessage> claimed = take();
        idle++;
        while (claimed.isEmpty() && !over && idle < settings.connections()) {
            wait(LOOK_EVERY.toMillis());
            claimed = take();
        }
        if (claimed.isEmpty()) {
            endNow();
        }
        idle--;
        taken += claimed.isPresent() ? 1 : 0;
        return claimed.map(ClaimedMessage::message);
    }

    /** A claim that has run out is let go: others may have it by now. */
    private Optional<ClaimedMessage> take() {
        Instant now = clock.instant();
        fill(now);
        ClaimedMessage claimedMessage = over ? null : sack.poll();
        while (claimedMessage != null && claimedMessage.until().isBefore(now)) {
            claimedMessage = sack.poll();
        }
        return Optional.ofNullable(claimedMessage);
    }

    private void fill(Instant now) {
        if (closing.getAsBoolean()) {
            endNow();
        }
        boolean due = sack.isEmpty() && found || !now.isBefore(lookAt);
        int room = settings.batch() - sack.size();
        if (due && room > 0 && !over && away == null) {
            List<ClaimedMessage> more = outboxClaims.take(room);
            sack.addAll(more);
            found = !more.isEmpty();
            lookAt = now.plus(LOOK_EVERY);
        }
    }

    private void endNow() {
        over = true;
        notifyAll();
    }

    /** Once the relay was not reached, the rest of the sack waits without knocking, and is not filled again. */
    synchronized void markUnreachable(SendResult.Unreachable attempt) {
        away = attempt;
    }

    synchronized Optional<SendResult> unreachableResult() {
        return Optional.ofNullable(away);
    }

    /** Ends the round for all; the first failure is told. */
    synchronized void fail(Throwable what) {
        failure = failure == null ? what : failure;
        endNow();
    }

    /**
     * When all are back: what still lies in the sack waits for any node again.
     *
     * @return how many messages left the sack
     * @throws RuntimeException as the first that befell a postman
     */
    synchronized int close() {
        outboxClaims.release(new ArrayList<>(sack));
        sack.clear();
        if (failure != null) {
            throw failure instanceof RuntimeException plain ? plain : new IllegalStateException(failure);
        }
        return taken;
    }
}
