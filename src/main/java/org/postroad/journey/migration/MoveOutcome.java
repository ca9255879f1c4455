package org.postroad.journey.migration;

/** What became of a walk that was to be carried along. */
public enum MoveOutcome {
    /** It goes on in the new version. */
    MOVED,
    /** It was ended, as planned for who stood there. */
    EXITED,
    /** It had come to its end, or walks in another version: nothing to do. */
    LEFT,
    /** It stays where it was; the reason says why. */
    FAILED
}
