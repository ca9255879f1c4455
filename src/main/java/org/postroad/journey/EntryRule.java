package org.postroad.journey;

import java.math.BigDecimal;
import java.util.Map;

/**
 * When a customer enters a journey, as the "Enter when" template of its start event says.
 *
 * @param eventType which event may start it
 * @param condition an expression over {@code customer} and {@code event}; blank for always
 * @param reentry whether a customer may come again
 * @param holdoutShare the share of those who enter that gets nothing, in [0, 1)
 */
public record EntryRule(String eventType, String condition, Reentry reentry, double holdoutShare) {

    /** The template's settings: {@code condition}, {@code reentry}, {@code holdout} (per cent). */
    public static final Settings SETTINGS = Settings.known("condition", "reentry", "holdout");

    /**
     * Reads the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static EntryRule of(String eventType, Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        return new EntryRule(
                eventType,
                settings.getOrDefault("condition", "").strip(),
                Reentry.parse(settings.getOrDefault("reentry", "once")),
                share(settings.getOrDefault("holdout", "0")));
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
            // answered below, as is a number out of range
        }
        throw new IllegalArgumentException(
                "Setting 'holdout' is '" + percent + "'; give a percentage from 0 to 99, for example 10.");
    }
}
