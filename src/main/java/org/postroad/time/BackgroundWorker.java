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

/** One piece of timed work in a thread of its own: runs, then sleeps until woken, due, or the poll interval is over. */
final class BackgroundWorker implements Runnable {

    /** Waking is immediate inside a node; polling finds what other nodes left. */
    private static final Duration POLL = Duration.ofMillis(500);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);
    private static final Logger log = LoggerFactory.getLogger(BackgroundWorker.class);

    private final ScheduledWork work;
    private final Clock clock;
    private final Lock mayRun;
    private final Lock lock = new ReentrantLock();
    private final Condition awake = lock.newCondition();
    private final Thread thread;
    private boolean woken;
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

    void wake() {
        lock.lock();
        try {
            woken = true;
            awake.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Asks the thread to end after the piece of work in hand. */
    void stop() {
        stopping = true;
        wake();
    }

    void awaitEnd() {
        try {
            thread.join(ENDS_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String name() {
        return work.name();
    }

    /** Whether its thread runs; it never ends by itself. */
    boolean alive() {
        return thread.isAlive();
    }

    /** Since when each try has failed; empty if the last one did not. */
    Optional<Failing> failing() {
        return Optional.ofNullable(failing);
    }

    /**
     * A series of failures.
     *
     * @param kind what the last one was: the type alone, since messages may speak of customers
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
                int done = runOnce();
                failing = null;
                sleep(done > 0 ? Duration.ZERO : untilDue());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failed(e);
                log.warn("{} failed and tries again in {} s: {}", work.name(), AFTER_FAILURE.toSeconds(), e.toString());
                rest();
            } catch (Error e) {
                failed(e);
                log.error("{} failed badly and tries again in {} s", work.name(), AFTER_FAILURE.toSeconds(), e);
                rest();
            }
        }
    }

    /** Rests while time is moved by hand, which may take long; looks up now and then whether it should end. */
    private int runOnce() throws InterruptedException {
        if (!mayRun.tryLock(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            return 0;
        }
        try {
            return stopping ? 0 : work.runDue();
        } finally {
            mayRun.unlock();
        }
    }

    private Duration untilDue() {
        Duration due = work.nextDue()
                .map(next -> Duration.between(clock.instant(), next))
                .orElse(POLL);
        return due.compareTo(POLL) > 0 || due.isNegative() ? POLL : due;
    }

    private void rest() {
        try {
            sleep(AFTER_FAILURE);
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
            woken = false;
        } finally {
            lock.unlock();
        }
    }
}
