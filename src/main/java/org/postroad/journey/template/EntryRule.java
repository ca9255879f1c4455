package org.postroad.journey.template;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The settings of an "Enter when" start event: when a customer enters a journey, by an event or by an audience.
 *
 * @param eventType the event that begins an enrolment; blank for entry by an audience
 * @param condition an expression over {@code customer} and {@code event}; blank for every event
 * @param audience an expression over {@code customer}: a customer who begins to match it enters; blank for entry by an event
 * @param leaves whether a customer who no longer matches the audience leaves the journey at once
 * @param reentry whether a customer may enter again
 * @param holdoutShare the share of entering customers who are held out, in [0, 1)
 */
public record EntryRule(
        String eventType, String condition, String audience, boolean leaves, Reentry reentry, double holdoutShare) {

    private static final TemplateInputs SETTINGS =
            TemplateInputs.of("condition", "audience", "leave", "reentry", "holdout");

    /**
     * Parses and validates the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static EntryRule of(String eventType, Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        String condition = settings.getOrDefault("condition", "").strip();
        String audience = settings.getOrDefault("audience", "").strip();
        boolean leaves = TemplateInputs.flag("leave", settings);
        requireEventOrAudience(eventType, condition, audience, leaves);
        return new EntryRule(
                eventType,
                condition,
                audience,
                leaves,
                Reentry.parse(settings.getOrDefault("reentry", "once")),
                share(settings.getOrDefault("holdout", "0")));
    }

    /** Whether customers enter by an audience instead of an event. */
    public boolean byAudience() {
        return !audience.isEmpty();
    }

    private static void requireEventOrAudience(String eventType, String condition, String audience, boolean leaves) {
        if (audience.isEmpty() && eventType.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nothing says who enters: choose a message for this start event, or fill in 'audience', for example ${customer.orders >= 3}.");
        }
        if (!audience.isEmpty() && !eventType.isEmpty()) {
            throw new IllegalArgumentException("Customers enter by an event or by an audience, not by both: "
                    + "take the message away from this start event, or empty 'audience'.");
        }
        if (!audience.isEmpty() && !condition.isEmpty()) {
            throw new IllegalArgumentException(
                    "Setting 'condition' belongs to an event; write all of it into 'audience'.");
        }
        if (leaves && audience.isEmpty()) {
            throw new IllegalArgumentException("Setting 'leave' belongs to an audience; there is none to leave here.");
        }
    }

    private static double share(String percent) {
        try {
            double share = new BigDecimal(percent.replace("%", "").strip())
                    .movePointLeft(2)
                    .doubleValue();
            if (share >= 0 && share < 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // rejected below, as is a number out of range
        }
        throw new IllegalArgumentException(
                "Setting 'holdout' is '" + percent + "'; give a percentage from 0 to 99, for example 10.");
    }
}
