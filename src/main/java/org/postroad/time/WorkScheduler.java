package org.postroad.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs all {@link ScheduledWork}: each in a background thread while time passes by itself, or all of it in the caller's
 * thread, in order of due time, when time is moved by hand. Background threads pause while time is moved.
 */
public final class WorkScheduler implements SmartLifecycle {

    /** More than that is work that for ever makes itself due again at the same moment. */
    private static final int MOST_ROUNDS_AT_ONE_MOMENT = 100_000;

    private static final Logger log = LoggerFactory.getLogger(WorkScheduler.class);

    private final ApplicationClock clock;
    private final List<ScheduledWork> work;
    private final boolean background;
    private final ReadWriteLock timeLock = new ReentrantReadWriteLock(true);
    private final List<BackgroundWorker> workers = new CopyOnWriteArrayList<>();

    public WorkScheduler(ApplicationClock clock, WorkSignal workSignal, List<ScheduledWork> work, boolean background) {
        this.clock = clock;
        this.work = List.copyOf(work);
        this.background = background;
        workSignal.addListener(() -> workers.forEach(BackgroundWorker::wake));
    }

    /** Moves the clock to that moment, and on the way to each due time, where it runs what fell due. */
    public void advanceTo(Instant target) {
        exclusively(() -> moveTo(target));
    }

    /** As {@link #advanceTo}, from now on. Two concurrent calls move time by the sum of both durations. */
    public void advance(Duration duration) {
        exclusively(() -> moveTo(clock.instant().plus(duration)));
    }

    /**
     * Moves the clock to the next moment at which anything falls due, and runs it.
     *
     * @return false if nothing falls due until then
     */
    public boolean advanceToNextDue(Instant until) {
        boolean[] moved = {false};
        exclusively(() -> {
            runUntilIdle();
            Optional<Instant> due = nextDue(until);
            due.ifPresent(this::moveTo);
            moved[0] = due.isPresent();
        });
        return moved[0];
    }

    private void moveTo(Instant target) {
        runUntilIdle();
        for (Optional<Instant> due = nextDue(target); due.isPresent(); due = nextDue(target)) {
            clock.moveTo(due.get());
            runUntilIdle();
        }
        clock.moveTo(target);
        runUntilIdle();
    }

    /** Runs everything that is due now, in the caller's thread. */
    public void runDue() {
        exclusively(this::runUntilIdle);
    }

    private void exclusively(Runnable action) {
        timeLock.writeLock().lock();
        try {
            work.forEach(ScheduledWork::pause);
            action.run();
        } finally {
            work.forEach(ScheduledWork::resume);
            timeLock.writeLock().unlock();
        }
    }

    private void runUntilIdle() {
        for (int round = 0; work.stream().mapToInt(ScheduledWork::runDue).sum() > 0; round++) {
            if (round > MOST_ROUNDS_AT_ONE_MOMENT) {
                throw new IllegalStateException("Work keeps making itself due at " + clock.instant()
                        + "; the clock stays there. Look for a loop without a wait.");
            }
        }
    }

    /** The earliest due time after now, up to the target. Ignores work that is due now but did nothing. */
    private Optional<Instant> nextDue(Instant target) {
        Instant now = clock.instant();
        return work.stream()
                .map(ScheduledWork::nextDue)
                .flatMap(Optional::stream)
                .filter(due -> due.isAfter(now) && !due.isAfter(target))
                .min(Comparator.naturalOrder());
    }

    /** The background threads; none where time is only moved by hand. */
    List<BackgroundWorker> workers() {
        return List.copyOf(workers);
    }

    @Override
    public void start() {
        if (background) {
            work.stream()
                    .filter(ScheduledWork::runsInBackground)
                    .map(each -> new BackgroundWorker(each, clock, timeLock.readLock()))
                    .forEach(workers::add);
            workers.forEach(BackgroundWorker::start);
            log.debug("{} background workers started", workers.size());
        }
    }

    @Override
    public void stop() {
        workers.forEach(BackgroundWorker::stop);
        workers.forEach(BackgroundWorker::awaitEnd);
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }
}
