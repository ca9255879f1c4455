package org.postroad.journey.camunda.check;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.journey.camunda.expression.ExpressionCheck;
import org.postroad.journey.camunda.parse.BpmnElement;

/** Checks the literal dates and durations of timers; expressions are checked by {@link ExpressionCheck}. */
final class TimerCheck {

    private static final DatatypeFactory DURATIONS = durations();

    private final Clock clock;

    TimerCheck(Clock clock) {
        this.clock = clock;
    }

    Stream<String> faultsIn(BpmnElement bpmnElement) {
        if (!bpmnElement.is("timerEventDefinition")) {
            return Stream.empty();
        }
        Stream<String> cycle = Stream.ofNullable(bpmnElement.element().element("timeCycle"))
                .filter(cycles -> !"false".equals(bpmnElement.step().attribute("cancelActivity")))
                .map(cycles -> "a timer that repeats can only stand on the edge of a step that it does not interrupt.");
        return Stream.of(cycle, date(bpmnElement).stream(), duration(bpmnElement).stream())
                .flatMap(faults -> faults);
    }

    private Optional<String> date(BpmnElement bpmnElement) {
        return literal(bpmnElement, "timeDate").flatMap(text -> {
            try {
                return moment(text).isBefore(clock.instant())
                        ? Optional.of("its moment " + text + " is past; give one that is still to come.")
                        : Optional.empty();
            } catch (DateTimeException e) {
                return Optional.of("its moment '" + text + "' cannot be read; write it like 2026-12-24T09:00:00Z.");
            }
        });
    }

    private static Instant moment(String text) {
        return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    /** The engine reads durations by XML Schema, which has no weeks. */
    private static Optional<String> duration(BpmnElement bpmnElement) {
        return literal(bpmnElement, "timeDuration").flatMap(text -> {
            try {
                return DURATIONS.newDuration(text).getSign() <= 0
                        ? Optional.of("its duration " + text + " lies in the past or is none; give one like P3D.")
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of("its duration '" + text
                        + "' cannot be read; write days or hours, like P3D or PT12H (a week is P7D).");
            }
        });
    }

    private static Optional<String> literal(BpmnElement bpmnElement, String tag) {
        return Optional.ofNullable(bpmnElement.element().element(tag))
                .map(Element::getText)
                .map(String::strip)
                .filter(text -> !ExpressionCheck.isExpression(text));
    }

    private static DatatypeFactory durations() {
        try {
            return DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException("XML durations are part of the JDK.", e);
        }
    }
}
