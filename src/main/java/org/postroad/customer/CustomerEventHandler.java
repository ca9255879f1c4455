package org.postroad.customer;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postroad.customer.consent.ConsentChange;
import org.postroad.customer.consent.Consents;
import org.postroad.customer.consent.Suppressions;
import org.postroad.customer.profile.ProfileUpdater;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first handler of every event: updates customers, consents, suppressions and profiles. */
@Component
@Order(EventHandler.CUSTOMER)
class CustomerEventHandler implements EventHandler {

    private final JdbcCustomers customers;
    private final Consents consents;
    private final Suppressions suppressions;
    private final ProfileUpdater profiles;

    CustomerEventHandler(
            JdbcCustomers customers, Consents consents, Suppressions suppressions, ProfileUpdater profiles) {
        this.customers = customers;
        this.consents = consents;
        this.suppressions = suppressions;
        this.profiles = profiles;
    }

    @Override
    public void handle(List<Event> batch) {
        SortedMap<String, Instant> firstSeen = firstSeen(batch);
        customers.insertMissing(firstSeen);
        customers.merge(CustomerDetails.fromEvents(batch));
        consents.merge(ConsentChange.fromEvents(batch));
        suppressions.suppressReported(batch);
        profiles.add(batch, customers.zones(firstSeen.keySet()));
    }

    private static SortedMap<String, Instant> firstSeen(List<Event> batch) {
        SortedMap<String, Instant> firstSeen = new TreeMap<>();
        batch.forEach(event -> firstSeen.merge(
                event.customerId(), event.occurredAt(), (one, other) -> one.isBefore(other) ? one : other));
        return firstSeen;
    }
}
