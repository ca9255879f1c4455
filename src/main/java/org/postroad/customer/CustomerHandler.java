package org.postroad.customer;

import org.postroad.customer.consent.Consents;
import org.postroad.customer.consent.Suppressions;
import org.postroad.customer.profile.StoredProfiles;
import org.postroad.customer.profile.Shelves;
import org.postroad.customer.consent.ConsentChange;
import org.postroad.customer.profile.ProfileFold;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.postroad.catalog.CatalogLookup;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first station: whoever is heard of becomes a customer, what they tell is noted, what they do is counted. */
@Component
@Order(10)
class CustomerHandler implements EventHandler {

    private final StoredCustomers customers;
    private final Consents consents;
    private final Suppressions suppressions;
    private final StoredProfiles profiles;
    private final Shelves shelves;
    private final Clock clock;

    CustomerHandler(
            StoredCustomers customers,
            Consents consents,
            Suppressions suppressions,
            StoredProfiles profiles,
            Shelves shelves,
            Clock clock) {
        this.customers = customers;
        this.consents = consents;
        this.suppressions = suppressions;
        this.profiles = profiles;
        this.shelves = shelves;
        this.clock = clock;
    }

    @Override
    public void handle(List<Event> batch) {
        SortedMap<String, Instant> firstSeen = firstSeen(batch);
        customers.greet(firstSeen);
        customers.note(Details.toldIn(batch));
        consents.note(ConsentChange.saidIn(batch));
        suppressions.note(batch);
        count(batch, firstSeen.keySet());
    }

    private static SortedMap<String, Instant> firstSeen(List<Event> batch) {
        SortedMap<String, Instant> firstSeen = new TreeMap<>();
        batch.forEach(event -> firstSeen.merge(
                event.customerId(), event.occurredAt(), (one, other) -> one.isBefore(other) ? one : other));
        return firstSeen;
    }

    private void count(List<Event> batch, Collection<String> ids) {
        Map<String, ProfileFold> folds = profiles.load(ids);
        Map<String, ZoneId> zones = customers.zones(ids);
        CatalogLookup catalogLookup = shelves.holding(batch);
        for (Event event : batch) {
            folds.computeIfAbsent(event.customerId(), newcomer -> profiles.blank())
                    .add(event, catalogLookup, zones.getOrDefault(event.customerId(), ZoneOffset.UTC));
        }
        profiles.save(folds, clock.instant());
    }
}
