package org.postroad.journey.step;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postroad.deliver.Mailing;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventType;
import org.postroad.journey.Enrolment;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.Enrolments;
import org.postroad.journey.Enrolments.EndedEnrolment;
import org.postroad.journey.JourneyMetrics;
import org.springframework.stereotype.Component;

/** Writes down what happened on the walks of one engine command, in its transaction, and what follows from it. */
@Component
public class JourneyRecorder {

    private final Steps steps;
    private final Enrolments enrolments;
    private final Mailing mailing;
    private final EventIntake intake;
    private final Clock clock;
    private final JourneyMetrics meters;

    JourneyRecorder(
            Steps steps,
            Enrolments enrolments,
            Mailing mailing,
            EventIntake intake,
            Clock clock,
            JourneyMetrics meters) {
        this.steps = steps;
        this.enrolments = enrolments;
        this.mailing = mailing;
        this.intake = intake;
        this.clock = clock;
        this.meters = meters;
    }

    public void recordSteps(List<StepPassed> passed) {
        if (!passed.isEmpty()) {
            steps.write(passed);
        }
    }

    /** Who comes to the same experiment again on the same walk is counted once. */
    public void recordVariants(List<VariantAssigned> assigned) {
        if (!assigned.isEmpty()) {
            intake.record(assigned.stream().map(this::told).toList());
        }
    }

    private Event told(VariantAssigned assigned) {
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

    /** Ends the enrolments and takes back what must not be posted any more; ends that are known already change nothing. */
    public void recordEnds(Collection<EnrolmentEnded> ends) {
        if (ends.isEmpty()) {
            return;
        }
        takeMailBack(ends);
        List<EndedEnrolment> ended = enrolments.end(ends);
        intake.record(ended.stream().map(this::told).toList());
        meters.ended(ended);
    }

    private void takeMailBack(Collection<EnrolmentEnded> ends) {
        ends.stream()
                .filter(EnrolmentEnded::cancelsQueuedMail)
                .collect(Collectors.groupingBy(
                        EnrolmentEnded::reason, Collectors.mapping(EnrolmentEnded::enrolmentId, Collectors.toList())))
                .forEach((reason, walks) -> mailing.cancel(walks, reason));
    }

    private Event told(EndedEnrolment endedEnrolment) {
        return new Event(
                endedEnrolment.id() + ":ended",
                endedEnrolment.customerId(),
                EventType.JOURNEY_ENDED,
                clock.instant(),
                Map.of(
                        "journey", endedEnrolment.journey(),
                        "enrolmentId", endedEnrolment.id().toString(),
                        "reason", endedEnrolment.reason()));
    }
}
