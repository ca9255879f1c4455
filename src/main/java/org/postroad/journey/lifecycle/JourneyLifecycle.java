package org.postroad.journey.lifecycle;

import org.postroad.event.shard.Shards;
import org.postroad.journey.JourneyEngine;
import org.postroad.time.WorkSignal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens and closes journeys. While a barrier moves, no event acts on anybody: each is heard either before or after, and
 * none in between is lost.
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

    /** Nobody enters, and those inside rest where they are. */
    @Transactional(timeout = 300) // seconds; the engine marks each walk, of which there may be millions
    public void pause(String journey) {
        close(journey, JourneyState.PAUSED);
        engine.pause(journey);
    }

    /**
     * People enter again, and those inside walk on: what they did meanwhile is heard first, then the timers fire that fell
     * due.
     */
    @Transactional(timeout = 300)
    public void resume(String journey) {
        close(journey, JourneyState.RUNNING);
        engine.resume(journey);
    }

    /**
     * Nobody enters any more.
     *
     * @param letFinish whether those inside may walk on to their end; if not, all are ended in the background
     */
    @Transactional(timeout = 300)
    public void stop(String journey, boolean letFinish) {
        if (letFinish) {
            close(journey, JourneyState.CLOSED);
            engine.resume(journey);
        } else {
            close(journey, JourneyState.STOPPED);
            engine.pause(journey);
        }
    }

    /** A version that was deployed since rests as the others do. */
    @Transactional
    public void reapplyPause(String journey) {
        if (states.of(journey) == JourneyState.PAUSED) {
            engine.pause(journey);
        }
    }

    private void close(String journey, JourneyState state) {
        shards.lockAll();
        states.set(journey, state);
        workSignal.signalAfterCommit();
    }
}
