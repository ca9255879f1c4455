package org.postroad.journey.template;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings of an "Update profile" step.
 *
 * @param attribute the name of a customer attribute, or {@code consent.} and a topic, such as {@code consent.marketing}; a
 *     journey can withdraw a consent but never grant it
 * @param value a text or one expression; blank to remove the attribute
 */
public record UpdateProfile(String attribute, String value) {

    private static final TemplateInputs SETTINGS = TemplateInputs.of("attribute", "value");
    private static final String CONSENT = "consent.";
    private static final String WITHDRAWN = "withdrawn";
    private static final Pattern NAME = Pattern.compile("(consent\\.)?[a-zA-Z][a-zA-Z0-9_-]*");
    private static final String EMAIL = "email";

    /**
     * Parses and validates the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static UpdateProfile of(Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        String attribute = settings.getOrDefault("attribute", "").strip();
        if (!NAME.matcher(attribute).matches()) {
            throw new IllegalArgumentException("Setting 'attribute' is '" + attribute
                    + "'; give a name of letters and digits, for example favouriteShop.");
        }
        if (attribute.equals(EMAIL)) {
            throw new IllegalArgumentException(
                    "Setting 'attribute' is 'email'; where mail goes is the customer's to say, and not a journey's.");
        }
        String value = TemplateInputs.textOrExpression("value", settings.getOrDefault("value", ""));
        if (attribute.startsWith(CONSENT) && !value.equals(WITHDRAWN)) {
            throw new IllegalArgumentException("Setting 'value' is '" + value
                    + "'; a journey can only end a consent: write withdrawn. Giving it is the customer's to do.");
        }
        return new UpdateProfile(attribute, value);
    }

    /** The topic whose consent is withdrawn; empty if an attribute is updated. */
    public Optional<String> withdrawnTopic() {
        return attribute.startsWith(CONSENT) ? Optional.of(attribute.substring(CONSENT.length())) : Optional.empty();
    }
}
