package org.postroad.time;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that does its work when a moment has come: the event pump, the engine's timers, the post office, the shop.
 *
 * <p>The {@link WorkScheduler} asks and runs all of them: in the background, or step by step when time is moved by hand.
 */
public interface ScheduledWork {

    /** A short name for threads and logs. */
    String name();

    /** When the next piece of work falls due; a moment that has passed means "now". Empty: nothing waits. */
    Optional<Instant> nextDue();

    /** Does what is due now and returns how many pieces were done. Never waits for later work. */
    int runDue();

    /** Work that has its own threads (the engine) stops them here while time is moved. */
    default void pause() {}

    /** Starts again what {@link #pause()} stopped. */
    default void resume() {}

    /** Whether the agenda should run this in a background thread of its own. */
    default boolean runsInBackground() {
        return true;
    }
}
