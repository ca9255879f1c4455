package org.postroad.deliver;

/** Where a message stands; DESIGN, "Messages". */
public enum MessageState {
    /** Written and frozen; waits to be posted. */
    PREPARED,
    /** Handed to the relay, answer unknown. After a crash it stays so: it may have gone out, hence is not sent again. */
    ATTEMPTING,
    /** The relay took it. Whether it was delivered is another matter. */
    SENT,
    /** The relay said "later", or could not be reached; tried again when due. */
    DEFERRED,
    /** Refused for good, or too old. */
    FAILED,
    /** Not written, with the reason. */
    SKIPPED,
    /** Written, and taken back before it left. */
    CANCELLED
}
