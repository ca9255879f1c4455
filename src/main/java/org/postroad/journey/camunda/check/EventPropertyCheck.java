package org.postroad.journey.camunda.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.event.EventPropertyNames;
import org.postroad.journey.camunda.expression.ExpressionCheck;
import org.postroad.journey.camunda.parse.BpmnElement;
import org.postroad.journey.camunda.parse.StepSettings;

/**
 * Checks that the properties {@code event.x} in expressions exist: on a step that waits for an event, in that event;
 * elsewhere, in the event that starts the journey.
 */
final class EventPropertyCheck {

    private static final Pattern PROPERTY = Pattern.compile("\\bevent\\.(\\w+)");

    private final Map<String, String> typeByStep = new HashMap<>();
    private final Optional<String> entry;

    EventPropertyCheck(Element definitions) {
        StepSettings settings = new StepSettings(definitions);
        BpmnElement.allIn(definitions)
                .filter(bpmnElement -> bpmnElement.element() == bpmnElement.step())
                .forEach(bpmnElement ->
                        settings.eventType(bpmnElement).ifPresent(type -> typeByStep.put(bpmnElement.stepId(), type)));
        entry = definitions.elements("process").stream()
                .flatMap(process -> process.elements("startEvent").stream())
                .map(start -> typeByStep.get(start.attribute("id")))
                .filter(type -> type != null)
                .findFirst();
    }

    Stream<String> faultsIn(BpmnElement bpmnElement) {
        String expression = bpmnElement.is("property")
                ? Optional.ofNullable(bpmnElement.element().attribute("value")).orElse("")
                : bpmnElement.element().getText();
        Optional<String> type =
                Optional.ofNullable(typeByStep.get(bpmnElement.stepId())).or(() -> entry);
        return type.isEmpty() || !ExpressionCheck.isExpression(expression)
                ? Stream.empty()
                : PROPERTY.matcher(expression)
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .flatMap(name -> EventPropertyNames.faultIn(name, type.get()).stream())
                        .map(fault -> "in " + expression.strip() + ", " + fault);
    }
}
