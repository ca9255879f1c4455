package org.postroad.journey;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.postroad.customer.Consent;
import org.postroad.deliver.Mailing;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.journey.Enrolments.Unsubscribed;
import org.springframework.stereotype.Component;

/** Ways out that no journey draws. Who unsubscribes leaves every journey at once, wherever the token is, and nothing that waits is posted. */
@Component
final class Exits {

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
        List<Unsubscribed> unsubscribed = events.stream()
                .filter(Exits::fromMarketing)
                .map(event -> new Unsubscribed(event.customerId(), event.occurredAt(), freshness.of(event)))
                .toList();
        if (!unsubscribed.isEmpty()) {
            end(enrolments.openOf(unsubscribed), WalkEnded.UNSUBSCRIBED);
            mailing.cancelAllFor(
                    unsubscribed.stream()
                            .filter(Unsubscribed::fresh)
                            .map(Unsubscribed::customerId)
                            .toList(),
                    WalkEnded.UNSUBSCRIBED);
        }
    }

    /** The engine reports the ends of the walks it knew; a walk that it no longer knew ends all the same. */
    void end(Collection<UUID> walks, String reason) {
        engine.end(walks, reason);
        chronicle.ended(walks.stream().map(walk -> new WalkEnded(walk, reason)).toList());
    }

    /** An unsubscribe without a topic means all commercial mail. */
    private static boolean fromMarketing(Event event) {
        return event.is(EventType.UNSUBSCRIBED)
                && event.text("topic").orElse(Consent.MARKETING).equals(Consent.MARKETING);
    }
}
