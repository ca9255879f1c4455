package org.postroad.journey;

import java.util.Map;
import java.util.regex.Pattern;
import org.postroad.customer.Consent;

/**
 * What the "Send e-mail" template of a step says.
 *
 * @param content which template, as {@code journey/name}
 * @param topic the consent that it needs
 */
public record SendEmail(String content, String topic) {

    private static final Settings SETTINGS = Settings.known("content", "topic");
    private static final Pattern CONTENT = Pattern.compile("[a-z0-9-]+/[a-z0-9-]+");
    private static final Pattern TOPIC = Pattern.compile("[a-z][a-z0-9_-]*");

    /**
     * Reads the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static SendEmail of(Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        return new SendEmail(
                matching(CONTENT, "content", settings.getOrDefault("content", ""), "browse-abandonment/still-thinking"),
                matching(TOPIC, "topic", settings.getOrDefault("topic", Consent.MARKETING), Consent.MARKETING));
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
}
