package org.postroad.journey.audience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.postroad.event.EventLog;
import org.postroad.journey.Journey;
import org.postroad.journey.entry.EventAgeLimit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Updates the audience memberships of customers with recent events, after all other effects of the events.
 * Customers of older events, mostly imported history, are checked later, unless they do something now: whether another of
 * their events came just before or just after makes no difference then.
 */
@Component
@Order(EventHandler.AUDIENCE)
final class AudienceEventHandler implements EventHandler {

    /** When history is imported, most events of a customer are there by then. */
    private static final Duration AFTER_HISTORY = Duration.ofHours(1);

    private final MembershipUpdater membershipUpdater;
    private final AudienceChecks checks;
    private final EventAgeLimit eventAgeLimit;
    private final EventLog eventLog;
    private final Clock clock;

    AudienceEventHandler(
            MembershipUpdater membershipUpdater,
            AudienceChecks checks,
            EventAgeLimit eventAgeLimit,
            EventLog eventLog,
            Clock clock) {
        this.membershipUpdater = membershipUpdater;
        this.checks = checks;
        this.eventAgeLimit = eventAgeLimit;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Override
    public void handle(List<Event> batch) {
        List<Journey> audiences = membershipUpdater.audienceJourneys();
        if (!audiences.isEmpty()) {
            Instant now = clock.instant();
            Set<String> active = customers(batch.stream().filter(event -> isActive(event, now)));
            Set<String> others = customers(batch.stream());
            others.removeAll(active);
            membershipUpdater.update(audiences, active);
            checks.scheduleBy(now.plus(AFTER_HISTORY), others);
        }
    }

    private boolean isActive(Event event, Instant now) {
        return eventAgeLimit.allows(event)
                || !eventLog.ofCustomer(event.customerId(), now.minus(AFTER_HISTORY))
                        .isEmpty();
    }

    private static Set<String> customers(Stream<Event> events) {
        return events.map(Event::customerId).collect(Collectors.toCollection(TreeSet::new));
    }
}
