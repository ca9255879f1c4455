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

/** Signs customers in at the start of a journey, and lets the world know. */
@Component
final class EnrolmentRegistrar {

    private final Enrolments enrolments;
    private final EventIntake intake;
    private final Clock clock;
    private final JourneyMetrics meters;

    EnrolmentRegistrar(Enrolments enrolments, EventIntake intake, Clock clock, JourneyMetrics meters) {
        this.enrolments = enrolments;
        this.intake = intake;
        this.clock = clock;
        this.meters = meters;
    }

    /** Answers with those who are signed in now; whom another node has signed in meanwhile is left out. */
    List<Enrolment> register(List<Enrolment> wanted) {
        List<Enrolment> signed = enrolments.enrol(wanted);
        intake.record(signed.stream().flatMap(this::told).toList());
        meters.entered(signed);
        return signed;
    }

    private Stream<Event> told(Enrolment enrolment) {
        Event enrolled = event(enrolment, "enrolled", EventType.ENROLLED, Map.of("run", enrolment.run()));
        return enrolment.holdout()
                ? Stream.of(enrolled, event(enrolment, "holdout", EventType.HOLDOUT_ASSIGNED, Map.of()))
                : Stream.of(enrolled);
    }

    private Event event(Enrolment enrolment, String suffix, String type, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("journey", enrolment.journey());
        properties.put("enrolmentId", enrolment.id().toString());
        return new Event(
                enrolment.id() + ":" + suffix, enrolment.customerId(), type, clock.instant(), Map.copyOf(properties));
    }
}
