package org.postroad.journey.template;

import java.util.Map;
import java.util.regex.Pattern;
import org.postroad.customer.consent.Consent;

/**
 * The settings of a "Send e-mail" step.
 *
 * @param content the content's key, {@code journey/name}
 * @param topic the topic of the consent that it needs; {@code service} for mail that the customer asked for
 * @param priority among the mails that the customer could get, from 0 to 100 (highest)
 */
public record SendEmail(String content, String topic, int priority) {

    private static final TemplateInputs SETTINGS = TemplateInputs.of("content", "topic", "priority");
    private static final Pattern CONTENT = Pattern.compile("[a-z0-9-]+/[a-z0-9-]+");
    private static final Pattern TOPIC = Pattern.compile("[a-z][a-z0-9_-]*");
    private static final Pattern PRIORITY = Pattern.compile("\\d{1,2}|100");
    private static final String DEFAULT_PRIORITY = "50";

    /**
     * Parses and validates the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static SendEmail of(Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        return new SendEmail(
                matching(CONTENT, "content", settings.getOrDefault("content", ""), "browse-abandonment/still-thinking"),
                matching(TOPIC, "topic", settings.getOrDefault("topic", Consent.MARKETING), Consent.MARKETING),
                priority(settings.getOrDefault("priority", DEFAULT_PRIORITY).strip()));
    }

    private static String matching(Pattern pattern, String setting, String given, String example) {
        if (!pattern.matcher(given.strip()).matches()) {
            throw new IllegalArgumentException(
                    given.isBlank()
                            ? "Setting '" + setting + "' is missing; give it, for example " + example + "."
                            : "Setting '" + setting + "' is '" + given + "'; write it like " + example + ".");
        }
        return given.strip();
    }

    private static int priority(String given) {
        if (!PRIORITY.matcher(given).matches()) {
            throw new IllegalArgumentException("Setting 'priority' is '" + given
                    + "'; give a number from 0 to 100, for example " + DEFAULT_PRIORITY + ".");
        }
        return Integer.parseInt(given);
    }
}
