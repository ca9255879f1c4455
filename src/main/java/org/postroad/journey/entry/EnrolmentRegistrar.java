package org.postroad.journey.entry;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventType;
import org.postroad.journey.Enrolment;
import org.postroad.journey.Enrolments;
import org.postroad.journey.JourneyMetrics;
import org.springframework.stereotype.Component;

/** Stores new enrolments and publishes their events. */
@Component
final class EnrolmentRegistrar {

    private final Enrolments enrolments;
    private final EventIntake intake;
    private final Clock clock;
    private final JourneyMetrics metrics;

    EnrolmentRegistrar(Enrolments enrolments, EventIntake intake, Clock clock, JourneyMetrics metrics) {
        this.enrolments = enrolments;
        this.intake = intake;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Returns the enrolments that were stored; omits those that another node stored meanwhile. */
    List<Enrolment> register(List<Enrolment> wanted) {
        List<Enrolment> stored = enrolments.enrol(wanted);
        intake.record(stored.stream().flatMap(this::events).toList());
        metrics.entered(stored);
        return stored;
    }

    private Stream<Event> events(Enrolment enrolment) {
        Event enrolled = event(enrolment, "enrolled", EventType.ENROLLED, Map.of("run", enrolment.run()));
        return enrolment.holdout()
                ? Stream.of(enrolled, event(enrolment, "holdout", EventType.HOLDOUT_ASSIGNED, Map.of()))
                : Stream.of(enrolled);
    }

    private Event event(Enrolment enrolment, String suffix, String type, Map<String, Object> details) {
        Map<String, Object> properties = new HashMap<>(details);
        properties.put("journey", enrolment.journey());
        properties.put("enrolmentId", enrolment.id().toString());
        return new Event(
                enrolment.id() + ":" + suffix, enrolment.customerId(), type, clock.instant(), Map.copyOf(properties));
    }
}
