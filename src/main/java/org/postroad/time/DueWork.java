package org.postroad.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One {@link ScheduledWork} and what is known of it, so that it is asked and run only when that can have changed. */
final class DueWork {

    private final ScheduledWork work;
    private volatile boolean signalled;
    private volatile boolean asked;
    private @Nullable Instant nextDue;
    private Instant lastRun = Instant.MIN;

    DueWork(ScheduledWork work) {
        this.work = work;
    }

    String name() {
        return work.name();
    }

    void signal(WorkTopic topic) {
        if (work.topics().contains(topic)) {
            signal();
        }
    }

    void signal() {
        asked = false;
        signalled = true;
    }

    boolean isSignalled() {
        return signalled;
    }

    /** Whether it was signalled, or has become due since it ran. */
    boolean mayHaveWork(Instant now) {
        if (signalled) {
            return true;
        }
        Instant due = nextDue();
        return due != null && !due.isAfter(now) && lastRun.isBefore(now);
    }

    /** When it falls due; null if it does not by itself. */
    @Nullable
    Instant nextDue() {
        if (!asked) {
            asked = true;
            nextDue = work.nextDue().orElse(null);
        }
        return nextDue;
    }

    /** Runs it once. If it did something, it may have more to do. */
    int run(Instant now) {
        signalled = false;
        lastRun = now;
        int done = work.runDue();
        asked = false;
        if (done > 0) {
            signalled = true; // a signal that came meanwhile is kept
        }
        return done;
    }
}
