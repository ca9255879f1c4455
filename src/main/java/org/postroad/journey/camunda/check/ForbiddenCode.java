package org.postroad.journey.camunda.check;

import org.postroad.journey.camunda.expression.DelegateNames;
import org.postroad.journey.camunda.parse.Part;
import java.util.Map;
import java.util.stream.Stream;

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
        return Stream.of(element(part), validator(part), attributes(part), types(part), delegates(part))
                .flatMap(sentences -> sentences);
    }

    private static Stream<String> element(Part part) {
        return Stream.ofNullable(ELEMENTS.get(part.element().getTagName()));
    }

    /** A form field's validator is a class by another name. */
    private static Stream<String> validator(Part part) {
        return part.is("constraint") && part.values("name").anyMatch("validator"::equals)
                ? Stream.of("form fields cannot be validated by Java classes.")
                : Stream.empty();
    }

    private static Stream<String> attributes(Part part) {
        return part.attributes()
                .flatMap(attribute -> Stream.ofNullable(ATTRIBUTES.get(attribute.getKey()))
                        .map(sentence -> sentence.formatted(attribute.getValue())));
    }

    /** The engine's own {@code mail} and {@code shell} tasks post and run whatever the diagram says. */
    private static Stream<String> types(Part part) {
        return isTask(part) || part.is("messageEventDefinition")
                ? part.values("type")
                        .filter(type -> !type.equals("external"))
                        .map(type -> "the type '" + type
                                + "' is not known; only 'external' is, for workers outside Postroad.")
                : Stream.empty();
    }

    private Stream<String> delegates(Part part) {
        return part.values("delegateExpression")
                .filter(expression -> !isTask(part) || !isStep(expression))
                .map(expression -> isTask(part)
                        ? "'" + expression + "' is not one of Postroad's steps; they are " + delegates + "."
                        : "'" + expression + "' can only be the work of a task.");
    }

    private static boolean isTask(Part part) {
        return part.element() == part.step() && part.element().getTagName().endsWith("Task");
    }

    private boolean isStep(String expression) {
        return expression.startsWith("${")
                && expression.endsWith("}")
                && delegates.know(expression.substring(2, expression.length() - 1));
    }
}
