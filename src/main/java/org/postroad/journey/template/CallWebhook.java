package org.postroad.journey.template;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of a "Call webhook" step.
 *
 * @param body additional fields of the request body by name, each a text or an expression
 */
public record CallWebhook(String url, Map<String, String> body) {

    private static final TemplateInputs SETTINGS = TemplateInputs.of("url", "body");
    private static final Pattern LINE = Pattern.compile("([a-zA-Z][a-zA-Z0-9_]*)\\s*=\\s*(.*)");
    private static final Set<String> STANDARD_FIELDS = Set.of("journey", "step", "enrolmentId", "customerId");

    /**
     * Parses and validates the template's settings.
     *
     * @throws IllegalArgumentException with a sentence for the marketer
     */
    public static CallWebhook of(Map<String, String> settings) {
        SETTINGS.requireKnown(settings);
        String url = settings.getOrDefault("url", "").strip();
        if (url.isEmpty()) {
            throw new IllegalArgumentException(
                    "Setting 'url' is missing; give it, for example https://crm.example.com/leads.");
        }
        return new CallWebhook(url, body(settings.getOrDefault("body", "")));
    }

    private static Map<String, String> body(String lines) {
        Map<String, String> body = new LinkedHashMap<>();
        Arrays.stream(lines.split("[\\n;]"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    Matcher field = LINE.matcher(line);
                    if (!field.matches() || STANDARD_FIELDS.contains(field.group(1))) {
                        throw new IllegalArgumentException("Setting 'body' has the line '" + line
                                + "'; write lines like score = ${customer.leadScore}, under names other than journey, step,"
                                + " enrolmentId and customerId, which are always sent.");
                    }
                    body.put(field.group(1), TemplateInputs.textOrExpression("body", field.group(2)));
                });
        return body;
    }
}
