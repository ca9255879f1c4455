package org.postroad.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The one clock of the application. It follows real time, or stands still, and can be moved forwards; never backwards,
 * but for a rehearsal.
 *
 * <p>Inject it as {@link Clock}; only what moves time needs this type.
 */
public final class ApplicationClock extends Clock {

    private final Clock source;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile Duration ahead = Duration.ZERO;

    private final boolean rehearsal;

    private ApplicationClock(Clock source, boolean rehearsal) {
        this.source = source;
        this.rehearsal = rehearsal;
    }

    /** A clock that passes at the normal pace. */
    public static ApplicationClock followingSystemTime() {
        return new ApplicationClock(Clock.systemUTC(), false);
    }

    /** A clock that stands until it is moved. */
    public static ApplicationClock frozenAt(Instant instant) {
        return standing(instant, false);
    }

    /** As {@link #frozenAt}, for a rehearsal: it may be {@linkplain #setTo set} to another time, also an earlier one. */
    public static ApplicationClock forRehearsal(Instant instant) {
        return standing(instant, true);
    }

    private static ApplicationClock standing(Instant instant, boolean rehearsal) {
        return new ApplicationClock(InstantSource.fixed(instant).withZone(ZoneOffset.UTC), rehearsal);
    }

    /** Moves to that moment; a moment in the past is a no-op, since work may already have run later than asked. */
    public synchronized void moveTo(Instant instant) {
        Duration wanted = Duration.between(source.instant(), instant);
        if (wanted.compareTo(ahead) > 0) {
            ahead = wanted;
            followers.forEach(Runnable::run);
        }
    }

    /**
     * Sets a rehearsal's clock, whatever it shows. What happened after that moment must be gone by then.
     *
     * @throws IllegalStateException if this is no rehearsal
     */
    public synchronized void setTo(Instant instant) {
        if (!rehearsal) {
            throw new IllegalStateException("Only the clock of a rehearsal can be set back.");
        }
        ahead = Duration.between(source.instant(), instant);
        followers.forEach(Runnable::run);
    }

    /** Goes on where the memory left off, and tells it of every move from now on. */
    void persistTo(ClockOffsetStore memory) {
        moveTo(source.instant().plus(memory.load()));
        followers.add(() -> memory.save(ahead));
    }

    /** How far this clock runs ahead of its source. */
    public Duration ahead() {
        return ahead;
    }

    /** Whether time stands until it is moved. */
    public boolean isFrozen() {
        return !source.equals(Clock.systemUTC());
    }

    /** Runs the follower now and after every move, for clocks that cannot be injected (the engine's). */
    public void runOnMove(Runnable follower) {
        followers.add(follower);
        follower.run();
    }

    @Override
    public Instant instant() {
        return source.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("The application clock runs in UTC; convert its instants instead.");
    }
}
