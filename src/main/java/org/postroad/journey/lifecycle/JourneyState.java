package org.postroad.journey.lifecycle;

/** Whether people enter a journey, and whether those inside walk on. */
public enum JourneyState {
    RUNNING,
    /** Nobody enters; timers and events of those inside rest until it is resumed, and are made up for then. */
    PAUSED,
    /** Nobody enters; those inside walk on to their end. */
    CLOSED,
    /** Nobody enters; the walks of those inside are ended. */
    STOPPED
}
