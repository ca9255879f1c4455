package org.postroad.journey.template;

import java.util.Map;

/**
 * The settings of a "Goal reached" end event.
 *
 * @param goal whether this end is the journey's goal; reaching it cancels the enrolment's queued mail
 */
public record GoalReached(boolean goal) {

    private static final TemplateInputs SETTINGS = TemplateInputs.of("goal");

    /**
     * Parses and validates the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static GoalReached of(Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        return new GoalReached(TemplateInputs.flag("goal", settings));
    }
}
