package org.postroad.report.timeline;

import java.util.Locale;
import java.util.Map;

/** Display texts for the codes of states and reasons. */
public final class DisplayText {

    private static final Map<String, String> END_REASONS = Map.of(
            "completed", "reached the end",
            "goal_reached", "bought, the goal is reached",
            "unsubscribed", "unsubscribed",
            "left_audience", "no longer matches the audience",
            "ended_by_operator", "ended by an operator",
            "exited_by_migration", "left when the journey was changed",
            "stopped", "the journey was stopped");

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("holdout", "control group"),
            Map.entry("no_consent", "has not agreed to this mail"),
            Map.entry("no_address", "has no e-mail address"),
            Map.entry("unsubscribed", "has unsubscribed"),
            Map.entry("suppressed", "the address is on the suppression list"),
            Map.entry("unknown_customer", "no customer has this id"),
            Map.entry("bounced", "a mail bounced: there is no such mailbox"),
            Map.entry("complained", "has complained"),
            Map.entry("erased", "the customer was erased"),
            Map.entry("goal_reached", "the goal was reached before"),
            Map.entry("exited_by_migration", "had left when the journey was changed"),
            Map.entry("stopped", "the journey was stopped before"),
            Map.entry("completed", "the journey was over before"),
            Map.entry("outranked", "a more important mail went first"),
            Map.entry("gap", "another mail had just been posted"),
            Map.entry("left_audience", "no longer matches the audience"),
            Map.entry("content_not_approved", "its content is not approved yet"));

    private DisplayText() {}

    /** Why an enrolment ended. A reason without a text is shown as it is, without underscores. */
    public static String endReason(String reason) {
        return END_REASONS.getOrDefault(reason, plain(reason));
    }

    /** Why a mail was not sent. */
    public static String reason(String reason) {
        return REASONS.getOrDefault(reason, plain(reason));
    }

    /** The state of a mail, to follow "this e-mail". Sent means accepted by the mail server, not delivered. */
    public static String messageState(String state, String reason) {
        return switch (state) {
            case "PREPARED" -> reason.isEmpty() ? "waits to be posted" : "waits: " + reason(reason);
            case "ATTEMPTING" -> "is being posted, or posting was interrupted";
            case "SENT" -> "was posted";
            case "DEFERRED" -> "was deferred by the mail server and will be tried again";
            case "FAILED" -> "was refused by the mail server";
            case "SKIPPED" -> "was not sent: " + reason(reason);
            case "CANCELLED" -> "was cancelled: " + reason(reason);
            default -> "is " + plain(state);
        };
    }

    /** The state of a mail in a word or two. */
    public static String mailState(String state) {
        return switch (state) {
            case "PREPARED" -> "waiting";
            case "ATTEMPTING" -> "being posted";
            case "SENT" -> "posted";
            case "DEFERRED" -> "deferred";
            case "FAILED" -> "refused";
            case "SKIPPED" -> "not sent";
            case "CANCELLED" -> "cancelled";
            default -> plain(state);
        };
    }

    /** A technical name as words: {@code cart_updated} is "cart updated". */
    public static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }
}
