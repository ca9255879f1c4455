package org.postroad.journey.template;

import java.util.Map;
import java.util.Optional;

/**
 * The settings of a "Next best action" step.
 *
 * @param slot the slot whose offers are candidates; empty for the slot named like the journey
 */
public record ChooseNextBestAction(Optional<String> slot) {

    private static final TemplateInputs SETTINGS = TemplateInputs.of("slot");

    /**
     * Parses and validates the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static ChooseNextBestAction of(Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        return new ChooseNextBestAction(
                Optional.ofNullable(settings.get("slot")).map(String::strip).filter(slot -> !slot.isEmpty()));
    }
}
