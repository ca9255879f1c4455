package org.postroad.report.timeline;

import java.util.Locale;
import java.util.Map;

/** The words of the tables in the words of people. */
public final class DisplayText {

    private static final Map<String, String> END_REASONS = Map.of(
            "completed", "walked to its end",
            "goal_reached", "bought, the goal is reached",
            "unsubscribed", "unsubscribed",
            "left_audience", "no longer matches the audience",
            "ended_by_operator", "ended by an operator",
            "exited_by_migration", "left with a change of the journey",
            "stopped", "the journey was stopped");

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("holdout", "control group"),
            Map.entry("no_consent", "has not agreed to this mail"),
            Map.entry("no_address", "has no e-mail address"),
            Map.entry("unsubscribed", "has unsubscribed"),
            Map.entry("suppressed", "the address is on the suppression list"),
            Map.entry("unknown_customer", "nobody has this id"),
            Map.entry("bounced", "a mail came back: there is no such mailbox"),
            Map.entry("complained", "has complained"),
            Map.entry("erased", "the customer was erased"),
            Map.entry("goal_reached", "the goal was reached before"),
            Map.entry("exited_by_migration", "left with a change of the journey before"),
            Map.entry("stopped", "the journey was stopped before"),
            Map.entry("completed", "the journey was over before"),
            Map.entry("outranked", "another mail mattered more"),
            Map.entry("gap", "another mail had just been posted"),
            Map.entry("left_audience", "no longer matches the audience"),
            Map.entry("content_not_approved", "its content is not approved yet"));

    private DisplayText() {}

    /** Why a walk ended; a reason that has no phrase is shown as it is, without underscores. */
    public static String endReason(String reason) {
        return END_REASONS.getOrDefault(reason, plain(reason));
    }

    /** Why a mail was not sent. */
    public static String reason(String reason) {
        return REASONS.getOrDefault(reason, plain(reason));
    }

    /** What became of a mail, after "this e-mail". "Sent" means that the mail server took it, not that it arrived. */
    public static String messageState(String state, String reason) {
        return switch (state) {
            case "PREPARED" -> reason.isEmpty() ? "waits to be posted" : "waits: " + reason(reason);
            case "ATTEMPTING" -> "is being posted, or its posting was cut off: unknown";
            case "SENT" -> "was posted";
            case "DEFERRED" -> "was put off by the mail server and is tried again";
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
            case "DEFERRED" -> "put off";
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
