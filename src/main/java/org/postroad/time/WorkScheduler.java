package org.postroad.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs all {@link ScheduledWork}: each in a background thread while time passes by itself, or all of it in one thread, in
 * order of due time, when time is moved by hand. Background threads pause while time is moved.
 */
public final class WorkScheduler implements SmartLifecycle {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final Logger log = LoggerFactory.getLogger(WorkScheduler.class);

    private final ApplicationClock clock;
    private final List<ScheduledWork> work;
    private final boolean background;
    private final TimeMachine timeMachine;
    private final ReadWriteLock timeLock = new ReentrantReadWriteLock(true);
    private final List<BackgroundWorker> workers = new CopyOnWriteArrayList<>();
    private volatile @Nullable ClockMove latestMove;

    public WorkScheduler(ApplicationClock clock, WorkSignal workSignal, List<ScheduledWork> work, boolean background) {
        this.clock = clock;
        this.work = List.copyOf(work);
        this.background = background;
        this.timeMachine = new TimeMachine(clock, workSignal, work);
        workSignal.addListener(topic -> workers.forEach(worker -> worker.wake(topic)));
    }

    /** Moves the clock to that moment, and on the way to each due time, where it runs what fell due. */
    public void advanceTo(Instant target) {
        move(() -> target, begun -> {});
    }

    /** As {@link #advanceTo}, from now on. Two concurrent calls move time by the sum of both durations. */
    public void advance(Duration duration) {
        move(() -> clock.instant().plus(duration), begun -> {});
    }

    /**
     * As {@link #advanceTo}, but in a thread of its own. Returns when the move has begun, which is after any other has ended.
     *
     * @param target called when the move begins
     */
    public ClockMove begin(Supplier<Instant> target) {
        CompletableFuture<ClockMove> begun = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        move(target, begun::complete);
                    } catch (RuntimeException | Error e) {
                        begun.completeExceptionally(e);
                        log.error("The clock could not be moved on; it stays at {}", clock.instant(), e);
                    }
                },
                "postroad-clock");
        thread.setDaemon(true);
        thread.start();
        return begun.join();
    }

    /** The move that is under way; empty if the clock is not being moved. */
    public Optional<ClockMove> currentMove() {
        return latestMove().filter(ClockMove::isUnderWay);
    }

    /** The move that is under way or, if none is, the last one since the start of this node. */
    public Optional<ClockMove> latestMove() {
        return Optional.ofNullable(latestMove);
    }

    /**
     * Moves the clock to the next moment at which anything falls due, and runs it.
     *
     * @return false if nothing falls due until then
     */
    public boolean advanceToNextDue(Instant until) {
        boolean[] moved = {false};
        exclusively(() -> {
            ClockMove move = new ClockMove(clock.instant(), until);
            timeMachine.runAll(move);
            Optional<Instant> due = timeMachine.nextDue(until);
            due.ifPresent(next -> timeMachine.moveTo(next, move));
            moved[0] = due.isPresent();
        });
        return moved[0];
    }

    /** Runs everything that is due now, in the caller's thread. */
    public void runDue() {
        exclusively(() -> timeMachine.runAll(new ClockMove(clock.instant(), clock.instant())));
    }

    private void move(Supplier<Instant> target, Consumer<ClockMove> begun) {
        exclusively(() -> {
            ClockMove move = new ClockMove(clock.instant(), target.get());
            latestMove = move;
            begun.accept(move);
            try {
                timeMachine.moveTo(move.target(), move);
                move.end(false);
            } finally {
                move.end(true);
            }
        });
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

    /** Ends a move under way, too. */
    @Override
    public void stop() {
        currentMove().ifPresent(WorkScheduler::stop);
        workers.forEach(BackgroundWorker::stop);
        workers.forEach(BackgroundWorker::awaitEnd);
        workers.clear();
    }

    private static void stop(ClockMove move) {
        move.stop();
        try {
            move.awaitEnd(STOP_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }
}
