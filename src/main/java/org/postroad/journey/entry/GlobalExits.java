package org.postroad.journey.entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.postroad.customer.consent.Consent;
import org.postroad.customer.consent.HardBounce;
import org.postroad.deliver.Mailing;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.Enrolments;
import org.postroad.journey.Enrolments.CustomerExit;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.step.JourneyRecorder;
import org.springframework.stereotype.Component;

/**
 * Exits that hold for all journeys. An unsubscribe, a complaint or a hard bounce ends all enrolments of a customer,
 * wherever their tokens are, and cancels the customer's queued mail.
 */
@Component
public final class GlobalExits {

    private static final Map<String, Predicate<Event>> TRIGGERS = Map.of(
            EnrolmentEnded.UNSUBSCRIBED,
            GlobalExits::withdrawsMarketing,
            EnrolmentEnded.BOUNCED,
            HardBounce::isReportedBy,
            EnrolmentEnded.COMPLAINED,
            event -> event.is(EventType.EMAIL_COMPLAINED));

    private final Enrolments enrolments;
    private final JourneyEngine engine;
    private final JourneyRecorder journeyRecorder;
    private final Mailing mailing;
    private final EventAgeLimit eventAgeLimit;

    GlobalExits(
            Enrolments enrolments,
            JourneyEngine engine,
            JourneyRecorder journeyRecorder,
            Mailing mailing,
            EventAgeLimit eventAgeLimit) {
        this.enrolments = enrolments;
        this.engine = engine;
        this.journeyRecorder = journeyRecorder;
        this.mailing = mailing;
        this.eventAgeLimit = eventAgeLimit;
    }

    void handle(List<Event> events) {
        TRIGGERS.forEach((reason, triggers) ->
                handle(events.stream().filter(triggers).map(this::exit).toList(), reason));
    }

    private CustomerExit exit(Event event) {
        return new CustomerExit(event.customerId(), event.occurredAt(), eventAgeLimit.allows(event));
    }

    private void handle(List<CustomerExit> exits, String reason) {
        if (!exits.isEmpty()) {
            end(enrolments.openOf(exits), reason);
            mailing.cancelAllFor(
                    exits.stream()
                            .filter(CustomerExit::recent)
                            .map(CustomerExit::customerId)
                            .toList(),
                    reason);
        }
    }

    /** Ends enrolments, also those for which the engine has no process instance any more. */
    public void end(Collection<UUID> enrolmentIds, String reason) {
        engine.end(enrolmentIds, reason);
        journeyRecorder.recordEnds(enrolmentIds, reason);
    }

    /** An unsubscribe without a topic means marketing. */
    private static boolean withdrawsMarketing(Event event) {
        return event.is(EventType.UNSUBSCRIBED)
                && event.text("topic").orElse(Consent.MARKETING).equals(Consent.MARKETING);
    }
}
