package org.postroad.journey.template;

import java.util.List;
import java.util.Map;

/** The names of the settings of an element template, and how to parse their texts. */
record TemplateInputs(List<String> names) {

    static TemplateInputs of(String... names) {
        return new TemplateInputs(List.of(names));
    }

    /** A setting that is a plain text or exactly one expression, stripped. */
    static String textOrExpression(String setting, String given) {
        String stripped = given.strip();
        boolean hasExpression = stripped.contains("${") || stripped.contains("#{");
        boolean isExpression = stripped.startsWith("${") && stripped.endsWith("}") && stripped.indexOf('{', 2) < 0;
        if (hasExpression && !isExpression) {
            throw new IllegalArgumentException("Setting '" + setting + "' is '" + given
                    + "'; write a text without ${…}, or one expression ${…} with nothing around it.");
        }
        return stripped;
    }

    /** A boolean setting; false if it is missing or blank. */
    static boolean flag(String name, Map<String, String> given) {
        String text = given.getOrDefault(name, "").strip();
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("Setting '" + name + "' is '" + text + "'; it is true or false.");
        }
        return text.equals("true");
    }

    /** @throws IllegalArgumentException if a name is not one of these */
    void requireKnown(Map<String, String> given) {
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "Setting '" + name + "' is not known here; known are " + String.join(", ", names) + ".");
                });
    }
}
