package org.postroad.deliver.dispatch;

import org.postroad.deliver.outbox.Claims;
import org.postroad.deliver.DeliverSettings;
import org.postroad.deliver.outbox.Claimed;
import org.postroad.deliver.smtp.Attempt;
import org.postroad.deliver.Message;
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

/**
 * The sack from which all postmen take. It is filled again while anything is due, also while one of them waits long for
 * an answer, and the round is over when all stand before an empty sack. What must leave soonest lies on top: a slot of a
 * limited domain is soon over.
 */
final class Round {

    /** Slots that come free while the sack is worked off would be lost if nobody looked. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Claims claims;
    private final DeliverSettings settings;
    private final Clock clock;
    private final BooleanSupplier closing;
    private final Queue<Claimed> sack = new PriorityQueue<>(Comparator.comparing(Claimed::until)
            .thenComparing(claimed -> claimed.message().dueAt())
            .thenComparing(claimed -> claimed.message().id()));
    private Instant lookAt;
    private boolean found;
    private int taken;
    private int idle;
    private boolean over;
    private Attempt.@Nullable Unreachable away;
    private @Nullable Throwable failure;

    Round(Claims claims, DeliverSettings settings, Clock clock, BooleanSupplier closing) {
        this.claims = claims;
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
        Optional<Claimed> claimed = take();
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
        return claimed.map(Claimed::message);
    }

    /** A claim that has run out is let go: others may have it by now. */
    private Optional<Claimed> take() {
        Instant now = clock.instant();
        fill(now);
        Claimed claimed = over ? null : sack.poll();
        while (claimed != null && claimed.until().isBefore(now)) {
            claimed = sack.poll();
        }
        return Optional.ofNullable(claimed);
    }

    private void fill(Instant now) {
        if (closing.getAsBoolean()) {
            endNow();
        }
        boolean due = sack.isEmpty() && found || !now.isBefore(lookAt);
        int room = settings.batch() - sack.size();
        if (due && room > 0 && !over && away == null) {
            List<Claimed> more = claims.take(room);
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
    synchronized void relayIsAway(Attempt.Unreachable attempt) {
        away = attempt;
    }

    synchronized Optional<Attempt> knownAnswer() {
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
        claims.giveBack(new ArrayList<>(sack));
        sack.clear();
        if (failure != null) {
            throw failure instanceof RuntimeException plain ? plain : new IllegalStateException(failure);
        }
        return taken;
    }
}
