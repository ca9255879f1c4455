package org.postroad.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One move of the clock: how far it has come, and what has been done on the way. Can be stopped; the clock then stays where
 * it is. Thread-safe.
 */
public final class ClockMove {

    private static final Duration NEWS_FOR = Duration.ofMinutes(1);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<String, Integer> done = new TreeMap<>();
    private final Instant from;
    private final Instant target;
    private Instant now;
    private State state = State.MOVING;
    private long endedAt;
    private volatile boolean stopRequested;

    ClockMove(Instant from, Instant target) {
        this.from = from;
        this.target = target;
        this.now = from;
    }

    /** Whether it is under way, or how it ended. */
    public enum State {
        MOVING,
        ARRIVED,
        STOPPED,
        FAILED
    }

    /**
     * How far a move has come.
     *
     * @param done how many pieces of work were done, by {@link ScheduledWork#name}
     */
    public record Progress(Instant from, Instant target, Instant now, State state, Map<String, Integer> done) {

        /** The share of the way that lies behind, from 0 to 1. */
        public double share() {
            long whole = Duration.between(from, target).toMillis();
            return whole <= 0 ? 1 : (double) Duration.between(from, now).toMillis() / whole;
        }
    }

    public synchronized Progress progress() {
        return new Progress(from, target, now, state, Map.copyOf(done));
    }

    /** Ends the move after the present moment's work. */
    public void stop() {
        stopRequested = true;
    }

    boolean isUnderWay() {
        return ended.getCount() > 0;
    }

    /** Whether it is under way, or was stopped or failed within the last minute. */
    public synchronized boolean isNews() {
        return state == State.MOVING || state != State.ARRIVED && System.nanoTime() - endedAt < NEWS_FOR.toNanos();
    }

    boolean isStopRequested() {
        return stopRequested;
    }

    synchronized void reached(Instant moment) {
        now = moment;
    }

    synchronized void count(String work, int pieces) {
        done.merge(work, pieces, Integer::sum);
    }

    /** Only the first call counts. */
    synchronized void end(boolean failed) {
        if (state == State.MOVING) {
            state = failed ? State.FAILED : now.isBefore(target) ? State.STOPPED : State.ARRIVED;
            endedAt = System.nanoTime();
            ended.countDown();
        }
    }

    Instant target() {
        return target;
    }

    /**
     * Waits until the move has ended.
     *
     * @return false if it has not within this time
     */
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
