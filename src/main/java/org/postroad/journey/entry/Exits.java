package org.postroad.journey.entry;

import org.postroad.journey.WalkEnded;
import org.postroad.journey.Enrolments;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.step.Chronicle;
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
import org.postroad.journey.Enrolments.Leaving;
import org.springframework.stereotype.Component;

/**
 * Ways out that no journey draws. Who unsubscribes, complains or has no mailbox any more leaves every journey at once,
 * wherever the token is, and nothing that waits is posted.
 */
@Component
public final class Exits {

    private static final Map<String, Predicate<Event>> WAYS_OUT = Map.of(
            WalkEnded.UNSUBSCRIBED,
            Exits::fromMarketing,
            WalkEnded.BOUNCED,
            HardBounce::isReportedBy,
            WalkEnded.COMPLAINED,
            event -> event.is(EventType.EMAIL_COMPLAINED));

    private final Enrolments enrolments;
    private final JourneyEngine engine;
    private final Chronicle chronicle;
    private final Mailing mailing;
    private final Freshness freshness;

    Exits(Enrolments enrolments, JourneyEngine engine, Chronicle chronicle, Mailing mailing, Freshness freshness) {
        this.enrolments = enrolments;
        this.engine = engine;
        this.chronicle = chronicle;
        this.mailing = mailing;
        this.freshness = freshness;
    }

    void follow(List<Event> events) {
        WAYS_OUT.forEach((reason, leadsOut) ->
                follow(events.stream().filter(leadsOut).map(this::leaving).toList(), reason));
    }

    private Leaving leaving(Event event) {
        return new Leaving(event.customerId(), event.occurredAt(), freshness.of(event));
    }

    private void follow(List<Leaving> leaving, String reason) {
        if (!leaving.isEmpty()) {
            end(enrolments.openOf(leaving), reason);
            mailing.cancelAllFor(
                    leaving.stream()
                            .filter(Leaving::fresh)
                            .map(Leaving::customerId)
                            .toList(),
                    reason);
        }
    }

    /** The engine reports the ends of the walks it knew; a walk that it no longer knew ends all the same. */
    public void end(Collection<UUID> walks, String reason) {
        engine.end(walks, reason);
        chronicle.ended(walks.stream().map(walk -> new WalkEnded(walk, reason)).toList());
    }

    /** An unsubscribe without a topic means all commercial mail. */
    private static boolean fromMarketing(Event event) {
        return event.is(EventType.UNSUBSCRIBED)
                && event.text("topic").orElse(Consent.MARKETING).equals(Consent.MARKETING);
    }
}
