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
 * The one clock of the application. It follows real time or is frozen, and can be moved forwards; backwards only in a
 * rehearsal.
 *
 * <p>Inject it as {@link Clock}; only code that moves time needs this type.
 */
public final class ApplicationClock extends Clock {

    private final Clock source;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final boolean rehearsal;
    private volatile Duration ahead = Duration.ZERO;

    private ApplicationClock(Clock source, boolean rehearsal) {
        this.source = source;
        this.rehearsal = rehearsal;
    }

    /** A clock that follows the system's time. */
    public static ApplicationClock followingSystemTime() {
        return new ApplicationClock(Clock.systemUTC(), false);
    }

    /** A clock that stands still until it is moved. */
    public static ApplicationClock frozenAt(Instant instant) {
        return frozen(instant, false);
    }

    /** As {@link #frozenAt}, for a rehearsal: may also be {@linkplain #setTo set} to an earlier time. */
    public static ApplicationClock forRehearsal(Instant instant) {
        return frozen(instant, true);
    }

    private static ApplicationClock frozen(Instant instant, boolean rehearsal) {
        return new ApplicationClock(InstantSource.fixed(instant).withZone(ZoneOffset.UTC), rehearsal);
    }

    /** Moves to that moment. Does nothing if it is past, since work may already have run at a later time. */
    public synchronized void moveTo(Instant instant) {
        Duration wanted = Duration.between(source.instant(), instant);
        if (wanted.compareTo(ahead) > 0) {
            ahead = wanted;
            listeners.forEach(Runnable::run);
        }
    }

    /**
     * Sets a rehearsal's clock to any time. All data of later times must have been deleted.
     *
     * @throws IllegalStateException if this is not a rehearsal's clock
     */
    public synchronized void setTo(Instant instant) {
        if (!rehearsal) {
            throw new IllegalStateException("Only the clock of a rehearsal can be set back.");
        }
        ahead = Duration.between(source.instant(), instant);
        listeners.forEach(Runnable::run);
    }

    /** Restores the stored offset, and stores it at every move from now on. */
    void persistTo(ClockOffsetStore store) {
        moveTo(source.instant().plus(store.load()));
        listeners.add(() -> store.save(ahead));
    }

    /** The offset: how far this clock is ahead of the system's time, or of the moment it was frozen at. */
    public Duration ahead() {
        return ahead;
    }

    /** Whether it stands still until it is moved. */
    public boolean isFrozen() {
        return !source.equals(Clock.systemUTC());
    }

    /** Runs the listener now and after every move, for clocks that cannot be injected (the engine's). */
    public void runOnMove(Runnable listener) {
        listeners.add(listener);
        listener.run();
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
