package org.postroad.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;

/**
 * Work that runs when a moment has come: the event inbox, the engine's timers, the outbox, the simulated shop.
 *
 * <p>{@link WorkScheduler} asks and runs all of it: each in a background thread of its own, or one after another in their
 * {@link Order} when time is moved by hand.
 */
public interface ScheduledWork {

    int EVENTS = 10;
    int ENGINE_JOBS = 20;
    int PRODUCT_ALERTS = 25;
    int MAIL = 40;
    int WEBHOOKS = 45;
    int CONTENT_SUBMISSION = 50;
    int SHOP = 60;
    int EVENT_RETENTION = 70;
    int SEGMENTS = 75;

    /** To Kafka. */
    int OUTCOMES = 90;

    /** A short name for threads, logs and health. */
    String name();

    /**
     * When the next piece of work falls due; a moment that has passed means "now". Empty: nothing waits. Asked again after
     * the work has run and after a signal of its {@link #topics}, so whoever else changes the answer must signal.
     */
    Optional<Instant> nextDue();

    /** Does what is due now and returns how many pieces were done. Never waits for later work. */
    int runDue();

    /** The signals that concern it: new work may wait. */
    default Set<WorkTopic> topics() {
        return Set.of();
    }

    /**
     * Whether something is due, maybe left by another node. Asked in the background, once in a {@link #pollInterval} without
     * signals; a look that finds nothing should cost next to nothing.
     */
    default boolean isDue(Instant now) {
        return nextDue().filter(due -> !due.isAfter(now)).isPresent();
    }

    /** How long it sleeps at most in the background: finds what other nodes left; within a node, signals wake at once. */
    default Duration pollInterval() {
        return Duration.ofSeconds(5);
    }

    /** Work that has its own threads (the engine) stops them here while time is moved by hand. */
    default void pause() {}

    /** Starts again what {@link #pause()} stopped. */
    default void resume() {}

    /** Whether it gets a background thread; otherwise it runs only when time is moved by hand. */
    default boolean runsInBackground() {
        return true;
    }
}
