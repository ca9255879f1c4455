package org.postroad.journey.camunda;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What would let a diagram run code of its own, or reach past our steps. */
final class ForbiddenCode {

    private static final String INSTEAD = " Use one of Postroad's steps instead, by its template.";

    private static final Map<String, String> ELEMENTS = Map.of(
            "scriptTask",
            "scripts are not run." + INSTEAD,
            "script",
            "scripts are not run." + INSTEAD,
            "connector",
            "connectors are not run." + INSTEAD,
            "field",
            "fields are not injected; a step's settings are written by its template.",
            "callActivity",
            "other processes cannot be called; draw an embedded sub-process.",
            "import",
            "nothing can be imported.");

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "class", "the Java class '%s' cannot be named." + INSTEAD,
            "formHandlerClass", "the Java class '%s' cannot be named.",
            "variableMappingClass", "the Java class '%s' cannot be named.",
            "variableMappingDelegateExpression", "variables cannot be mapped by '%s'.",
            "language", "'%s' is not run; write the condition as an expression, ${…}.");

    private final DelegateNames delegates;

    ForbiddenCode(DelegateNames delegates) {
        this.delegates = delegates;
    }

    Stream<String> in(Part part) {
        Stream<Optional<String>> rules = Stream.of(element(part), validator(part), type(part), delegate(part));
        return Stream.concat(rules.flatMap(Optional::stream), attributes(part));
    }

    private static Optional<String> element(Part part) {
        return Optional.ofNullable(ELEMENTS.get(part.element().getTagName()));
    }

    private static Stream<String> attributes(Part part) {
        Map<String, String> given = part.attributes();
        return ATTRIBUTES.entrySet().stream()
                .filter(forbidden -> given.containsKey(forbidden.getKey()))
                .map(forbidden -> forbidden.getValue().formatted(given.get(forbidden.getKey())));
    }

    /** A form field's validator is a class by another name. */
    private static Optional<String> validator(Part part) {
        return when(
                part.is("constraint") && "validator".equals(part.attribute("name")),
                "form fields cannot be validated by Java classes.");
    }

    /** The engine's own {@code mail} and {@code shell} tasks post and run whatever the diagram says. */
    private static Optional<String> type(Part part) {
        String type = part.element().getTagName().endsWith("Task") || part.is("messageEventDefinition")
                ? part.attribute("type")
                : null;
        return when(
                type != null && !type.equals("external"),
                "the type '" + type + "' is not known; only 'external' is, for workers outside Postroad.");
    }

    private Optional<String> delegate(Part part) {
        @Nullable String expression = part.attribute("delegateExpression");
        return when(
                expression != null && !isDelegate(expression),
                "'" + expression + "' is not one of Postroad's steps; they are " + delegates + ".");
    }

    private boolean isDelegate(String expression) {
        return expression.startsWith("${")
                && expression.endsWith("}")
                && delegates.know(expression.substring(2, expression.length() - 1));
    }

    private static Optional<String> when(boolean wrong, String sentence) {
        return wrong ? Optional.of(sentence) : Optional.empty();
    }
}
