package org.postroad.journey.migration;

/** The outcome of migrating one enrolment. */
public enum MoveOutcome {
    /** It continues in the new version. */
    MOVED,
    /** It was ended, as planned for its step. */
    EXITED,
    /** It had ended or changed version before: nothing was done. */
    LEFT,
    /** It stays in the old version, for the reason stored with it. */
    FAILED
}
