package org.postroad.journey.lifecycle;

/** Whether customers enter a journey, and whether its open enrolments continue. */
public enum JourneyState {
    RUNNING,
    /** Nobody enters; open enrolments are suspended and catch up with missed events and timers on resume. */
    PAUSED,
    /** Nobody enters; open enrolments continue to their end. */
    CLOSED,
    /** Nobody enters; open enrolments are ended. */
    STOPPED
}
