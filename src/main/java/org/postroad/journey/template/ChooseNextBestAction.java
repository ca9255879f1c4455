package org.postroad.journey.template;

import java.util.Map;
import java.util.Optional;

/**
 * What the "Next best action" template of a step says.
 *
 * @param slot which offers are in question; empty for those of the journey
 */
public record ChooseNextBestAction(Optional<String> slot) {

    private static final TemplateInputs SETTINGS = TemplateInputs.of("slot");

    /**
     * Reads the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static ChooseNextBestAction of(Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        return new ChooseNextBestAction(
                Optional.ofNullable(settings.get("slot")).map(String::strip).filter(slot -> !slot.isEmpty()));
    }
}
