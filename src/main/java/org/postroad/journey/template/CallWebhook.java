package org.postroad.journey.template;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the "Call webhook" template of a step says.
 *
 * @param url where to
 * @param body what is told beside journey, step, enrolment and customer: a text or an expression by name
 */
public record CallWebhook(String url, Map<String, String> body) {

    private static final TemplateInputs SETTINGS = TemplateInputs.of("url", "body");
    private static final Pattern LINE = Pattern.compile("([a-zA-Z][a-zA-Z0-9_]*)\\s*=\\s*(.*)");
    private static final Set<String> TOLD_ANYWAY = Set.of("journey", "step", "enrolmentId", "customerId");

    /**
     * Reads the template's settings.
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
                    Matcher read = LINE.matcher(line);
                    if (!read.matches() || TOLD_ANYWAY.contains(read.group(1))) {
                        throw new IllegalArgumentException("Setting 'body' has the line '" + line
                                + "'; write lines like score = ${customer.leadScore}, under names other than journey, step,"
                                + " enrolmentId and customerId, which are told anyway.");
                    }
                    body.put(read.group(1), TemplateInputs.textOrExpression("body", read.group(2)));
                });
        return body;
    }
}
