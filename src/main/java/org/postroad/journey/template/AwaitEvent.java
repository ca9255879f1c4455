package org.postroad.journey.template;

import java.util.Map;

/**
 * The settings of a "Wait until" or "Exit when" event.
 *
 * @param condition an expression in which {@code event} is the one that arrives; blank for every event
 * @param forever whether the wait needs no timeout beside it, on purpose
 */
public record AwaitEvent(String condition, boolean forever) {

    private static final TemplateInputs SETTINGS = TemplateInputs.of("condition", "forever");

    /**
     * Parses and validates the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static AwaitEvent of(Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        return new AwaitEvent(settings.getOrDefault("condition", "").strip(), TemplateInputs.flag("forever", settings));
    }
}
