package org.postroad.journey.template;

import java.util.Map;

/**
 * What the "Wait until" template of an event says, or "Exit when".
 *
 * @param condition an expression over the words of the way, where {@code event} is the one that arrives; blank for any
 * @param forever whether it is meant that those to whom it never happens wait for ever
 */
public record AwaitEvent(String condition, boolean forever) {

    private static final TemplateInputs SETTINGS = TemplateInputs.of("condition", "forever");

    /**
     * Reads the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static AwaitEvent of(Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        return new AwaitEvent(settings.getOrDefault("condition", "").strip(), TemplateInputs.flag("forever", settings));
    }
}
