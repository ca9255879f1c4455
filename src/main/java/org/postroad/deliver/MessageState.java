package org.postroad.deliver;

/** The states of a message. */
public enum MessageState {
    /** Composed, with its MIME frozen; waits to be sent. */
    PREPARED,
    /** Being sent, outcome unknown. Stays so after a crash: the relay may have taken it, so it is never sent again. */
    ATTEMPTING,
    /** Accepted by the relay, which does not mean delivered. */
    SENT,
    /** The relay asked for a later attempt or could not be reached; attempted again when due. */
    DEFERRED,
    /** Rejected for good, or expired. */
    FAILED,
    /** Not composed, for a reason that is stored. */
    SKIPPED,
    /** Composed, and cancelled before it was sent. */
    CANCELLED
}
