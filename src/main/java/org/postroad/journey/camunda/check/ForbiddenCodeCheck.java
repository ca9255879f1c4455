package org.postroad.journey.camunda.check;

import java.util.Map;
import java.util.stream.Stream;
import org.postroad.journey.camunda.expression.DelegateNames;
import org.postroad.journey.camunda.parse.BpmnElement;

/** Refuses elements and attributes by which a diagram could run code, or call anything but the delegates. */
final class ForbiddenCodeCheck {

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

    ForbiddenCodeCheck(DelegateNames delegates) {
        this.delegates = delegates;
    }

    Stream<String> faultsIn(BpmnElement bpmnElement) {
        return Stream.of(
                        elementFaults(bpmnElement),
                        validatorFaults(bpmnElement),
                        attributeFaults(bpmnElement),
                        typeFaults(bpmnElement),
                        delegateFaults(bpmnElement))
                .flatMap(sentences -> sentences);
    }

    private static Stream<String> elementFaults(BpmnElement bpmnElement) {
        return Stream.ofNullable(ELEMENTS.get(bpmnElement.element().getTagName()));
    }

    /** The validator of a form field is a Java class too. */
    private static Stream<String> validatorFaults(BpmnElement bpmnElement) {
        return bpmnElement.is("constraint") && bpmnElement.values("name").anyMatch("validator"::equals)
                ? Stream.of("form fields cannot be validated by Java classes.")
                : Stream.empty();
    }

    private static Stream<String> attributeFaults(BpmnElement bpmnElement) {
        return bpmnElement
                .attributes()
                .flatMap(attribute -> Stream.ofNullable(ATTRIBUTES.get(attribute.getKey()))
                        .map(sentence -> sentence.formatted(attribute.getValue())));
    }

    /** The engine's own {@code mail} and {@code shell} tasks would send and run whatever the diagram says. */
    private static Stream<String> typeFaults(BpmnElement bpmnElement) {
        return isTask(bpmnElement) || bpmnElement.is("messageEventDefinition")
                ? bpmnElement
                        .values("type")
                        .filter(type -> !type.equals("external"))
                        .map(type -> "the type '" + type
                                + "' is not known; only 'external' is, for workers outside Postroad.")
                : Stream.empty();
    }

    private Stream<String> delegateFaults(BpmnElement bpmnElement) {
        return bpmnElement
                .values("delegateExpression")
                .filter(expression -> !isTask(bpmnElement) || !isDelegate(expression))
                .map(expression -> isTask(bpmnElement)
                        ? "'" + expression + "' is not one of Postroad's steps; they are " + delegates + "."
                        : "'" + expression + "' can only be the work of a task.");
    }

    private static boolean isTask(BpmnElement bpmnElement) {
        return bpmnElement.element() == bpmnElement.step()
                && bpmnElement.element().getTagName().endsWith("Task");
    }

    private boolean isDelegate(String expression) {
        return expression.startsWith("${")
                && expression.endsWith("}")
                && delegates.contains(expression.substring(2, expression.length() - 1));
    }
}
