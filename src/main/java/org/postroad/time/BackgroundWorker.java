package org.postroad.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one {@link ScheduledWork} in a thread: sleeps until a signal concerns it, until work is due, or for its poll
 * interval, after which it only asks whether anything is due.
 */
final class BackgroundWorker implements Runnable {

    /** While time is moved by hand, and while something is due that could not be done, such as what others have locked. */
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(500);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final Logger log = LoggerFactory.getLogger(BackgroundWorker.class);

    private final ScheduledWork work;
    private final Clock clock;
    private final Lock mayRun;
    private final Lock lock = new ReentrantLock();
    private final Condition awake = lock.newCondition();
    private final Thread thread;
    private boolean woken;
    private boolean mustRun = true;
    private Optional<Instant> nextDue = Optional.empty();
    private volatile boolean stopping;
    private volatile @Nullable Failing failing;

    BackgroundWorker(ScheduledWork work, Clock clock, Lock mayRun) {
        this.work = work;
        this.clock = clock;
        this.mayRun = mayRun;
        this.thread = new Thread(this, "postroad-" + work.name());
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void wake(WorkTopic topic) {
        if (work.topics().contains(topic)) {
            wake();
        }
    }

    private void wake() {
        lock.lock();
        try {
            woken = true;
            awake.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Asks the thread to end after its present work. */
    void stop() {
        stopping = true;
        wake();
    }

    void awaitEnd() {
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String name() {
        return work.name();
    }

    /** Whether its thread runs; it should never end by itself. */
    boolean alive() {
        return thread.isAlive();
    }

    /** The failures in a row; empty if the last attempt did not fail. */
    Optional<Failing> failing() {
        return Optional.ofNullable(failing);
    }

    /**
     * Failures in a row.
     *
     * @param since when the first happened
     * @param kind the type of the last exception, without its message, which may contain personal data
     */
    record Failing(Instant since, String kind) {}

    private void failed(Throwable failure) {
        Failing before = failing;
        failing = new Failing(
                before == null ? clock.instant() : before.since(),
                failure.getClass().getSimpleName());
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                mustRun = runOnce();
                failing = null;
                sleep(mustRun ? Duration.ZERO : untilDue());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failed(e);
                log.warn(
                        "{} failed and tries again in {} s: {}",
                        work.name(),
                        PAUSE_AFTER_FAILURE.toSeconds(),
                        e.toString());
                pause();
            } catch (Error e) {
                failed(e);
                log.error("{} failed badly and tries again in {} s", work.name(), PAUSE_AFTER_FAILURE.toSeconds(), e);
                pause();
            }
        }
    }

    /**
     * Does nothing while time is moved by hand; returns after the retry interval, so that the thread can be stopped.
     *
     * @return whether to run at once again
     */
    private boolean runOnce() throws InterruptedException {
        if (!mayRun.tryLock(RETRY_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
            return mustRun;
        }
        try {
            return !stopping && (mustRun || isDue()) && runWork() > 0;
        } finally {
            mayRun.unlock();
        }
    }

    private boolean isDue() {
        Instant now = clock.instant();
        return nextDue.filter(due -> !due.isAfter(now)).isPresent() || work.isDue(now);
    }

    private int runWork() {
        int done = work.runDue();
        nextDue = done > 0 ? Optional.empty() : work.nextDue();
        return done;
    }

    private Duration untilDue() {
        Duration longest = work.pollInterval();
        Duration due =
                nextDue.map(next -> Duration.between(clock.instant(), next)).orElse(longest);
        Duration wait = due.isNegative() || due.isZero() ? RETRY_INTERVAL : due;
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    private void pause() {
        mustRun = true;
        try {
            sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void sleep(Duration duration) throws InterruptedException {
        lock.lock();
        try {
            long left = duration.toNanos();
            while (!woken && left > 0 && !stopping) {
                left = awake.awaitNanos(left);
            }
            mustRun |= woken;
            woken = false;
        } finally {
            lock.unlock();
        }
    }
}
