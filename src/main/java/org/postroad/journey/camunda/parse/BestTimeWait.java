package org.postroad.journey.camunda.parse;

import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.journey.vocabulary.IsoPeriods;

/**
 * The "Wait for best time" template. An element template cannot write into a timer definition, so it writes the setting
 * {@code within}, and this turns it into the timer's expression.
 */
public final class BestTimeWait {

    private static final String WITHIN = "within";

    private BestTimeWait() {}

    /** Adds the expression to these timers in memory; the stored file stays as it is. */
    public static void expandTemplate(Element definitions) {
        BpmnElement.allIn(definitions)
                .filter(BestTimeWait::isBestTimeWait)
                .filter(timer -> definition(timer).elements().isEmpty())
                .forEach(BestTimeWait::expandTemplate);
    }

    private static void expandTemplate(BpmnElement timer) {
        Element definition = definition(timer);
        Element moment = new Element(definition.getUri(), "timeDate", "timeDate", null, null);
        moment.appendText("${bestTime.within('" + timer.settings().get(WITHIN) + "')}");
        definition.add(moment);
    }

    /**
     * The faults of such a timer, a sentence each.
     *
     * @throws IllegalArgumentException if its period cannot be read
     */
    public static Stream<String> faultsIn(BpmnElement bpmnElement) {
        if (!isBestTimeWait(bpmnElement)) {
            return Stream.empty();
        }
        if (!definition(bpmnElement).elements().isEmpty()) {
            return Stream.of("it has both a timer of its own and a setting 'within'; keep one of them.");
        }
        IsoPeriods.exactDuration(bpmnElement.settings().getOrDefault(WITHIN, ""));
        return Stream.empty();
    }

    private static Element definition(BpmnElement timer) {
        return timer.element().element("timerEventDefinition");
    }

    private static boolean isBestTimeWait(BpmnElement bpmnElement) {
        return bpmnElement.is("intermediateCatchEvent")
                && bpmnElement.settings().containsKey(WITHIN)
                && !bpmnElement.element().elements("timerEventDefinition").isEmpty();
    }
}
