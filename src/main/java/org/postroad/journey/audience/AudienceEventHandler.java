package org.postroad.journey.audience;

import java.util.List;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.postroad.journey.entry.EventAgeLimit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Updates the audience memberships of customers with recent events, once a batch, after all other effects of the events. */
@Component
@Order(EventHandler.AUDIENCE)
final class AudienceEventHandler implements EventHandler {

    private final MembershipUpdater membershipUpdater;
    private final EventAgeLimit eventAgeLimit;

    AudienceEventHandler(MembershipUpdater membershipUpdater, EventAgeLimit eventAgeLimit) {
        this.membershipUpdater = membershipUpdater;
        this.eventAgeLimit = eventAgeLimit;
    }

    @Override
    public void handle(List<Event> batch) {
        membershipUpdater.update(
                membershipUpdater.audienceJourneys(),
                batch.stream()
                        .filter(eventAgeLimit::allows)
                        .map(Event::customerId)
                        .distinct()
                        .toList());
    }
}
