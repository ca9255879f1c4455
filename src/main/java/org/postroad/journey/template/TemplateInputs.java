package org.postroad.journey.template;

import java.util.List;
import java.util.Map;

/** The names that an element template may set. */
public record TemplateInputs(List<String> names) {

    static TemplateInputs of(String... names) {
        return new TemplateInputs(List.of(names));
    }

    /** A text as it stands, or one expression with nothing around it. */
    static String textOrExpression(String setting, String given) {
        String stripped = given.strip();
        boolean speaks = stripped.contains("${") || stripped.contains("#{");
        boolean one = stripped.startsWith("${") && stripped.endsWith("}") && stripped.indexOf('{', 2) < 0;
        if (speaks && !one) {
            throw new IllegalArgumentException("Setting '" + setting + "' is '" + given
                    + "'; write a text without ${…}, or one expression ${…} with nothing around it.");
        }
        return stripped;
    }

    /** Whether that setting is true; false if it is left out or empty. */
    static boolean flag(String name, Map<String, String> given) {
        String text = given.getOrDefault(name, "").strip();
        if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("Setting '" + name + "' is '" + text + "'; it is true or false.");
        }
        return text.equals("true");
    }

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
