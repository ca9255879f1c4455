package org.postroad.journey.step;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postroad.deliver.Mailing;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventType;
import org.postroad.journey.Enrolment;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.Enrolments;
import org.postroad.journey.JourneyMetrics;
import org.springframework.stereotype.Component;

/**
 * Records the steps, variants and ends of one engine command, in its transaction. Ends also cancel queued mail, and
 * variants and ends are published as events.
 */
@Component
public class JourneyRecorder {

    private final Steps steps;
    private final Enrolments enrolments;
    private final Mailing mailing;
    private final EventIntake intake;
    private final Clock clock;
    private final JourneyMetrics metrics;

    JourneyRecorder(
            Steps steps,
            Enrolments enrolments,
            Mailing mailing,
            EventIntake intake,
            Clock clock,
            JourneyMetrics metrics) {
        this.steps = steps;
        this.enrolments = enrolments;
        this.mailing = mailing;
        this.intake = intake;
        this.clock = clock;
        this.metrics = metrics;
    }

    public void recordSteps(List<StepPassed> passed) {
        if (!passed.isEmpty()) {
            steps.write(passed);
        }
    }

    /** Counts an enrolment once, however often it passes the same experiment. */
    public void recordVariants(List<VariantAssigned> assigned) {
        if (!assigned.isEmpty()) {
            intake.record(assigned.stream().map(this::event).toList());
        }
    }

    private Event event(VariantAssigned assigned) {
        Enrolment enrolment = assigned.enrolment();
        return new Event(
                enrolment.id() + ":" + assigned.gateway(),
                enrolment.customerId(),
                EventType.VARIANT_ASSIGNED,
                clock.instant(),
                Map.of(
                        "journey", enrolment.journey(),
                        "enrolmentId", enrolment.id().toString(),
                        "experiment", assigned.experiment(),
                        "variant", assigned.variant()));
    }

    /** Ends enrolments and cancels their queued mail where {@link EnrolmentEnded#cancelsQueuedMail}; skips those already ended. */
    public void recordEnds(Collection<EnrolmentEnded> ends) {
        if (ends.isEmpty()) {
            return;
        }
        cancelMail(ends);
        List<Enrolment> ended = enrolments.end(ends);
        intake.record(ended.stream().map(this::event).toList());
        metrics.ended(ended);
    }

    /** Ends enrolments for the same reason, as {@link #recordEnds(Collection)}. */
    public void recordEnds(Collection<UUID> enrolmentIds, String reason) {
        recordEnds(
                enrolmentIds.stream().map(id -> new EnrolmentEnded(id, reason)).toList());
    }

    private void cancelMail(Collection<EnrolmentEnded> ends) {
        ends.stream()
                .filter(EnrolmentEnded::cancelsQueuedMail)
                .collect(Collectors.groupingBy(
                        EnrolmentEnded::reason, Collectors.mapping(EnrolmentEnded::enrolmentId, Collectors.toList())))
                .forEach((reason, ids) -> mailing.cancel(ids, reason));
    }

    private Event event(Enrolment enrolment) {
        return new Event(
                enrolment.id() + ":ended",
                enrolment.customerId(),
                EventType.JOURNEY_ENDED,
                clock.instant(),
                Map.of(
                        "journey", enrolment.journey(),
                        "enrolmentId", enrolment.id().toString(),
                        "reason", enrolment.endReason().orElseThrow()));
    }
}
