package org.postroad.deliver.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
 * The claimed messages of one round, from which all workers take. Claims more while anything is due, also while a worker
 * waits for a slow relay. The round ends when all workers wait and nothing is left. The message whose claim expires first
 * is taken first, since slots of rate-limited domains are short.
 *
 * <p>No more is claimed ahead than the workers send before the next claim. So what becomes due while the relay is slow waits
 * for few others, however many are due.
 */
final class SendRound {

    /** Slots of rate-limited domains that become free during the round are lost unless they are claimed in time. */
    private static final Duration CLAIM_EVERY = Duration.ofMillis(100);

    private final OutboxClaims claims;
    private final DeliverSettings settings;
    private final Clock clock;
    private final BooleanSupplier closing;
    private final Queue<ClaimedMessage> claimed = new PriorityQueue<>(Comparator.comparing(ClaimedMessage::until)
            .thenComparing(each -> each.message().dueAt())
            .thenComparing(each -> each.message().id()));
    private Instant claimAt;
    private int ahead;
    private boolean lastClaimFoundSome;
    private int taken;
    private int idle;
    private boolean over;
    private SendResult.@Nullable Unreachable unreachable;
    private @Nullable Throwable failure;

    SendRound(OutboxClaims claims, DeliverSettings settings, Clock clock, BooleanSupplier closing) {
        this.claims = claims;
        this.settings = settings;
        this.clock = clock;
        this.closing = closing;
        this.claimAt = clock.instant();
        this.ahead = settings.connections();
    }

    /** The next message that may be sent; empty when the round is over. */
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
            fail(new IllegalStateException("A send worker was interrupted."));
        }
        return Optional.empty();
    }

    private synchronized Optional<Message> next() throws InterruptedException {
        Optional<ClaimedMessage> message = take();
        idle++;
        while (message.isEmpty() && !over && idle < settings.connections()) {
            wait(CLAIM_EVERY.toMillis());
            message = take();
        }
        if (message.isEmpty()) {
            endNow();
        }
        idle--;
        taken += message.isPresent() ? 1 : 0;
        return message.map(ClaimedMessage::message);
    }

    /** Drops expired claims: another node may have claimed those messages by now. */
    private Optional<ClaimedMessage> take() {
        Instant now = clock.instant();
        claimMore(now);
        ClaimedMessage message = over ? null : claimed.poll();
        while (message != null && message.until().isBefore(now)) {
            message = claimed.poll();
        }
        return Optional.ofNullable(message);
    }

    private void claimMore(Instant now) {
        if (closing.getAsBoolean()) {
            endNow();
        }
        boolean usedUp = claimed.isEmpty() && lastClaimFoundSome;
        if ((usedUp || !now.isBefore(claimAt)) && !over && unreachable == null) {
            adjust(usedUp);
            claimAt = now.plus(CLAIM_EVERY);
            int room = ahead - claimed.size();
            if (room > 0) {
                List<ClaimedMessage> more = claims.take(room);
                claimed.addAll(more);
                lastClaimFoundSome = !more.isEmpty();
            }
        }
    }

    private void adjust(boolean usedUp) {
        if (usedUp) {
            ahead = Math.min(2 * ahead, settings.batch());
        } else if (claimed.size() > ahead / 2) {
            ahead = Math.max(ahead / 2, settings.connections());
        }
    }

    /** A message that could not be begun, since it was being changed. It is claimed again, if it still waits. */
    void giveBack(Message message) {
        claims.release(List.of(message));
        synchronized (this) {
            lastClaimFoundSome = true;
        }
    }

    private void endNow() {
        over = true;
        notifyAll();
    }

    /** The rest of the round is not sent but deferred, and nothing more is claimed. */
    synchronized void markUnreachable(SendResult.Unreachable result) {
        unreachable = result;
    }

    synchronized Optional<SendResult> unreachableResult() {
        return Optional.ofNullable(unreachable);
    }

    /** Ends the round for all workers. {@link #close} throws the first failure. */
    synchronized void fail(Throwable cause) {
        failure = failure == null ? cause : failure;
        endNow();
    }

    /**
     * Releases the claims that are left; to be called when all workers have ended.
     *
     * @return how many messages were taken
     * @throws RuntimeException the first failure of a worker
     */
    synchronized int close() {
        claims.release(claimed.stream().map(ClaimedMessage::message).toList());
        claimed.clear();
        if (failure != null) {
            throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
        }
        return taken;
    }
}
