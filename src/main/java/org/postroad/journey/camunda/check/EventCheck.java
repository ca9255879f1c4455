package org.postroad.journey.camunda.check;

import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.camunda.parse.Part;
import org.postroad.journey.camunda.expression.ExpressionCheck;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.event.EventPropertyNames;

/**
 * Looks at the properties that expressions ask of {@code event}: of the one that arrives where the diagram waits for one,
 * elsewhere of the one that brings customers in.
 */
final class EventCheck {

    private static final Pattern PROPERTY = Pattern.compile("\\bevent\\.(\\w+)");

    private final Map<String, String> typeByStep = new HashMap<>();
    private final Optional<String> entry;

    EventCheck(Element definitions) {
        StepSettings settings = new StepSettings(definitions);
        Part.allIn(definitions)
                .filter(part -> part.element() == part.step())
                .forEach(part -> settings.eventType(part).ifPresent(type -> typeByStep.put(part.stepId(), type)));
        entry = definitions.elements("process").stream()
                .flatMap(process -> process.elements("startEvent").stream())
                .map(start -> typeByStep.get(start.attribute("id")))
                .filter(type -> type != null)
                .findFirst();
    }

    Stream<String> faultsIn(Part part) {
        String expression = part.is("property")
                ? Optional.ofNullable(part.element().attribute("value")).orElse("")
                : part.element().getText();
        Optional<String> type =
                Optional.ofNullable(typeByStep.get(part.stepId())).or(() -> entry);
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
