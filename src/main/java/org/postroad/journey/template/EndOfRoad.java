package org.postroad.journey.template;

import java.util.Map;

/**
 * What the "Goal reached" template of an end event says.
 *
 * @param goal reaching this end is what the journey is for; what is still queued is then taken back
 */
public record EndOfRoad(boolean goal) {

    private static final Settings SETTINGS = Settings.known("goal");

    /**
     * Reads the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static EndOfRoad of(Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        return new EndOfRoad(Settings.truth("goal", settings));
    }
}
