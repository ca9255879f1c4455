package org.postroad.journey.template;

import java.util.Map;

/**
 * What the "Goal reached" template of an end event says.
 *
 * @param goal reaching this end is what the journey is for; what is still queued is then taken back
 */
public record GoalReached(boolean goal) {

    private static final TemplateInputs SETTINGS = TemplateInputs.of("goal");

    /**
     * Reads the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static GoalReached of(Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        return new GoalReached(TemplateInputs.flag("goal", settings));
    }
}
