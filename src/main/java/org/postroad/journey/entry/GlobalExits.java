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
 * Ways out that no journey draws. Who unsubscribes, complains or has no mailbox any more leaves every journey at once,
 * wherever the token is, and nothing that waits is posted.
 */
@Component
public final class GlobalExits {

    private static final Map<String, Predicate<Event>> WAYS_OUT = Map.of(
            EnrolmentEnded.UNSUBSCRIBED,
            GlobalExits::fromMarketing,
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
        WAYS_OUT.forEach((reason, leadsOut) ->
                handle(events.stream().filter(leadsOut).map(this::leaving).toList(), reason));
    }

    private CustomerExit leaving(Event event) {
        return new CustomerExit(event.customerId(), event.occurredAt(), eventAgeLimit.allows(event));
    }

    private void handle(List<CustomerExit> leaving, String reason) {
        if (!leaving.isEmpty()) {
            end(enrolments.openOf(leaving), reason);
            mailing.cancelAllFor(
                    leaving.stream()
                            .filter(CustomerExit::fresh)
                            .map(CustomerExit::customerId)
                            .toList(),
                    reason);
        }
    }

    /** The engine reports the ends of the walks it knew; a walk that it no longer knew ends all the same. */
    public void end(Collection<UUID> walks, String reason) {
        engine.end(walks, reason);
        journeyRecorder.recordEnds(
                walks.stream().map(walk -> new EnrolmentEnded(walk, reason)).toList());
    }

    /** An unsubscribe without a topic means all commercial mail. */
    private static boolean fromMarketing(Event event) {
        return event.is(EventType.UNSUBSCRIBED)
                && event.text("topic").orElse(Consent.MARKETING).equals(Consent.MARKETING);
    }
}
