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
    public static void fillIn(Element definitions) {
        Part.allIn(definitions)
                .filter(BestTimeWait::isOne)
                .filter(timer -> definition(timer).elements().isEmpty())
                .forEach(BestTimeWait::fillIn);
    }

    private static void fillIn(Part timer) {
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
    public static Stream<String> faultsIn(Part part) {
        if (!isOne(part)) {
            return Stream.empty();
        }
        if (!definition(part).elements().isEmpty()) {
            return Stream.of("it has both a timer of its own and a setting 'within'; keep one of them.");
        }
        IsoPeriods.exactDuration(part.settings().getOrDefault(WITHIN, ""));
        return Stream.empty();
    }

    private static Element definition(Part timer) {
        return timer.element().element("timerEventDefinition");
    }

    private static boolean isOne(Part part) {
        return part.is("intermediateCatchEvent")
                && part.settings().containsKey(WITHIN)
                && !part.element().elements("timerEventDefinition").isEmpty();
    }
}
