package org.postroad.journey.template;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the "Update profile" template of a step says.
 *
 * @param attribute what is to be known of the customer from now on; {@code consent.marketing} for the consent on a topic,
 *     which a journey can end and never give
 * @param value a text, or one expression; blank if it is no longer to be known
 */
public record UpdateProfile(String attribute, String value) {

    private static final TemplateInputs SETTINGS = TemplateInputs.of("attribute", "value");
    private static final String CONSENT = "consent.";
    private static final String WITHDRAWN = "withdrawn";
    private static final Pattern NAME = Pattern.compile("(consent\\.)?[a-zA-Z][a-zA-Z0-9_-]*");
    private static final String ADDRESS = "email";

    /**
     * Reads the template's settings.
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
        if (attribute.equals(ADDRESS)) {
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

    /** The topic of which the consent is to end. */
    public Optional<String> withdrawnTopic() {
        return attribute.startsWith(CONSENT) ? Optional.of(attribute.substring(CONSENT.length())) : Optional.empty();
    }
}
