package org.postroad.journey.audience;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.postroad.journey.Journey;
import org.postroad.journey.entry.EventAgeLimit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Updates the audience memberships of customers with recent events, after all other effects of the events.
 * Customers of older events, mostly imported history, are checked later.
 */
@Component
@Order(EventHandler.AUDIENCE)
final class AudienceEventHandler implements EventHandler {

    /** When history is imported, most events of a customer are there by then. */
    private static final Duration AFTER_HISTORY = Duration.ofHours(1);

    private final MembershipUpdater membershipUpdater;
    private final AudienceChecks checks;
    private final EventAgeLimit eventAgeLimit;
    private final Clock clock;

    AudienceEventHandler(
            MembershipUpdater membershipUpdater, AudienceChecks checks, EventAgeLimit eventAgeLimit, Clock clock) {
        this.membershipUpdater = membershipUpdater;
        this.checks = checks;
        this.eventAgeLimit = eventAgeLimit;
        this.clock = clock;
    }

    @Override
    public void handle(List<Event> batch) {
        List<Journey> audiences = membershipUpdater.audienceJourneys();
        if (!audiences.isEmpty()) {
            Set<String> recent = customers(batch.stream().filter(eventAgeLimit::allows));
            Set<String> others = customers(batch.stream());
            others.removeAll(recent);
            membershipUpdater.update(audiences, recent);
            checks.scheduleBy(clock.instant().plus(AFTER_HISTORY), others);
        }
    }

    private static Set<String> customers(Stream<Event> events) {
        return events.map(Event::customerId).collect(Collectors.toCollection(TreeSet::new));
    }
}
