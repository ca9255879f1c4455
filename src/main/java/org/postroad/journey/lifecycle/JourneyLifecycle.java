package org.postroad.journey.lifecycle;

import org.postroad.event.shard.Shards;
import org.postroad.journey.JourneyEngine;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pauses, resumes and stops journeys. Locks all shards meanwhile, so that every event is processed either before or after
 * the change and none is lost.
 */
@Component
public class JourneyLifecycle {

    private final JourneyStates states;
    private final JourneyEngine engine;
    private final Shards shards;
    private final WorkSignal workSignal;

    JourneyLifecycle(JourneyStates states, JourneyEngine engine, Shards shards, WorkSignal workSignal) {
        this.states = states;
        this.engine = engine;
        this.shards = shards;
        this.workSignal = workSignal;
    }

    /** Nobody enters, and open enrolments are suspended. */
    @Transactional(timeout = 300) // seconds; the engine updates each process instance, of which there may be millions
    public void pause(String journey) {
        setState(journey, JourneyState.PAUSED);
        engine.pause(journey);
    }

    /** Customers enter again. Open enrolments first receive the events they missed, then overdue timers fire. */
    @Transactional(timeout = 300)
    public void resume(String journey) {
        setState(journey, JourneyState.RUNNING);
        engine.resume(journey);
    }

    /**
     * Nobody enters any more.
     *
     * @param letFinish whether open enrolments continue to their end; if not, they are ended in the background
     */
    @Transactional(timeout = 300)
    public void stop(String journey, boolean letFinish) {
        if (letFinish) {
            setState(journey, JourneyState.CLOSED);
            engine.resume(journey);
        } else {
            setState(journey, JourneyState.STOPPED);
            engine.pause(journey);
        }
    }

    /** Suspends versions that were deployed while the journey was paused. */
    @Transactional
    public void reapplyPause(String journey) {
        if (states.of(journey) == JourneyState.PAUSED) {
            engine.pause(journey);
        }
    }

    private void setState(String journey, JourneyState state) {
        shards.lockAll();
        states.set(journey, state);
        workSignal.signalAfterCommit(WorkTopic.CUSTOMER_WORK);
    }
}
