package org.postroad.journey.camunda.parse;

import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.journey.vocabulary.IsoPeriods;

/**
 * The "Wait for best time" template of a timer: it says within which period, since no template can reach into a timer. A
 * timer that says its moment itself needs no template.
 */
public final class BestTimeWait {

    private static final String WITHIN = "within";

    private BestTimeWait() {}

    /** Writes into these timers what their templates say; they stay as they are in the file. */
    public static void expandTemplate(Element definitions) {
        BpmnElement.allIn(definitions)
                .filter(BestTimeWait::isOne)
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
     * What is wrong with it.
     *
     * @throws IllegalArgumentException if its period cannot be read
     */
    public static Stream<String> faultsIn(BpmnElement bpmnElement) {
        if (!isOne(bpmnElement)) {
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

    private static boolean isOne(BpmnElement bpmnElement) {
        return bpmnElement.is("intermediateCatchEvent")
                && bpmnElement.settings().containsKey(WITHIN)
                && !bpmnElement.element().elements("timerEventDefinition").isEmpty();
    }
}
