package org.postroad.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node has learned from many data, and learns again when it is old. A thread of its own learns: a mail or a
 * request gets what was learned before, at first nothing, and neither waits nor fails with it. Where time is moved by hand,
 * the thread that asks learns instead, so that the result does not depend on threads.
 *
 * @param <T> immutable
 */
public final class Learned<T> {

    private static final Duration RETRY_AFTER = Duration.ofMinutes(10);
    private static final Logger log = LoggerFactory.getLogger(Learned.class);

    private final String what;
    private final T nothing;
    private final Function<Instant, T> learn;
    private final Function<T, Duration> maxAge;
    private final Clock clock;
    private final boolean background;
    private final Executor executor;
    private final AtomicBoolean learning = new AtomicBoolean();
    private volatile @Nullable Lesson<T> latest;

    /**
     * @param what is learned, for the log
     * @param nothing before anything was learned
     * @param learn as of a moment; takes seconds
     * @param maxAge after which it is learned again
     */
    public Learned(
            String what,
            T nothing,
            Function<Instant, T> learn,
            Function<T, Duration> maxAge,
            Clock clock,
            TimeSettings time) {
        this(what, nothing, learn, maxAge, clock, time.background(), Learned::inThread);
    }

    Learned(
            String what,
            T nothing,
            Function<Instant, T> learn,
            Function<T, Duration> maxAge,
            Clock clock,
            boolean background,
            Executor executor) {
        this.what = what;
        this.nothing = nothing;
        this.learn = learn;
        this.maxAge = maxAge;
        this.clock = clock;
        this.background = background;
        this.executor = executor;
    }

    private record Lesson<T>(T value, Instant learnedAt, Instant until) {

        boolean isValid(Instant now) {
            return now.isBefore(until) && !now.isBefore(learnedAt);
        }
    }

    /** Begins to learn, unless the thread that asks would do it. */
    public void begin() {
        if (background) {
            get();
        }
    }

    public T get() {
        if (isDue() && background) {
            learnInBackground();
        } else if (isDue()) {
            learnIfDue();
        }
        Lesson<T> known = latest;
        return known == null ? nothing : known.value();
    }

    /** Learns now, in this thread. */
    public synchronized void refresh() {
        Instant now = clock.instant();
        T value = learn.apply(now);
        latest = new Lesson<>(value, now, now.plus(maxAge.apply(value)));
    }

    /** Forgets all. */
    public void discard() {
        latest = null;
    }

    private boolean isDue() {
        Lesson<T> known = latest;
        return known == null || !known.isValid(clock.instant());
    }

    private synchronized void learnIfDue() {
        if (isDue()) {
            refresh();
        }
    }

    private void learnInBackground() {
        if (learning.compareAndSet(false, true)) {
            executor.execute(this::learnOrRetryLater);
        }
    }

    private static void inThread(Runnable work) {
        Thread thread = new Thread(work, "postroad-learn");
        thread.setDaemon(true);
        thread.start();
    }

    private void learnOrRetryLater() {
        try {
            learnIfDue();
        } catch (RuntimeException | Error e) {
            log.warn(
                    "{} could not be learned; what was learned before stays in use. Next try in {} min",
                    what,
                    RETRY_AFTER.toMinutes(),
                    e);
            Lesson<T> known = latest;
            Instant now = clock.instant();
            latest = new Lesson<>(known == null ? nothing : known.value(), now, now.plus(RETRY_AFTER));
        } finally {
            learning.set(false);
        }
    }
}
