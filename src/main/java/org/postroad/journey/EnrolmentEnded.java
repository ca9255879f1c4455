package org.postroad.journey;

import java.util.UUID;

/** A customer's walk through a journey came to its end. */
public record EnrolmentEnded(UUID enrolmentId, String reason) {

    /** The road was walked to a plain end. */
    public static final String COMPLETED = "completed";

    /** What the journey is for has happened. */
    public static final String GOAL_REACHED = "goal_reached";

    public static final String UNSUBSCRIBED = "unsubscribed";

    /** A mail came back, since there is no such mailbox. */
    public static final String BOUNCED = "bounced";

    /** The customer told their provider that our mail is spam. */
    public static final String COMPLAINED = "complained";

    /** The customer is forgotten. */
    public static final String ERASED = "erased";

    /** The customer no longer matches the audience by which the journey is entered. */
    public static final String LEFT_AUDIENCE = "left_audience";

    /** Somebody cancelled it, in Cockpit or over REST. */
    public static final String ENDED_BY_OPERATOR = "ended_by_operator";

    /** The step where it stood was left out of the journey. */
    public static final String EXITED_BY_MIGRATION = "exited_by_migration";

    /** The journey was stopped. */
    public static final String STOPPED = "stopped";

    /** Whatever waits to be posted is taken back, unless the customer walked to a plain end. */
    public boolean cancelsQueuedMail() {
        return !reason.equals(COMPLETED);
    }
}
