package org.postroad.journey;

import java.util.UUID;

/** An enrolment has ended. */
public record EnrolmentEnded(UUID enrolmentId, String reason) {

    /** It reached an end event that is not the goal. */
    public static final String COMPLETED = "completed";

    /** It reached an end event marked as the journey's goal. */
    public static final String GOAL_REACHED = "goal_reached";

    public static final String UNSUBSCRIBED = "unsubscribed";

    /** A mail bounced permanently. */
    public static final String BOUNCED = "bounced";

    /** The customer reported our mail as spam. */
    public static final String COMPLAINED = "complained";

    /** The customer was erased. */
    public static final String ERASED = "erased";

    /** The customer no longer matches the journey's audience. */
    public static final String LEFT_AUDIENCE = "left_audience";

    /** Somebody cancelled the process instance, in Cockpit or over REST. */
    public static final String ENDED_BY_OPERATOR = "ended_by_operator";

    /** A migration ended it, since the new version has no place for its step. */
    public static final String EXITED_BY_MIGRATION = "exited_by_migration";

    /** The journey was stopped. */
    public static final String STOPPED = "stopped";

    /** Whether mail of the enrolment that is still queued is cancelled: always, except after {@link #COMPLETED}. */
    public boolean cancelsQueuedMail() {
        return !reason.equals(COMPLETED);
    }
}
