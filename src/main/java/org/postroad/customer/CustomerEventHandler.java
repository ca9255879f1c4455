package org.postroad.customer;

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
import org.postroad.customer.consent.ConsentChange;
import org.postroad.customer.consent.Consents;
import org.postroad.customer.consent.Suppressions;
import org.postroad.customer.profile.BatchCatalogLookup;
import org.postroad.customer.profile.JdbcProfiles;
import org.postroad.customer.profile.MutableProfile;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first station: whoever is heard of becomes a customer, what they tell is noted, what they do is counted. */
@Component
@Order(EventHandler.CUSTOMER)
class CustomerEventHandler implements EventHandler {

    private final JdbcCustomers customers;
    private final Consents consents;
    private final Suppressions suppressions;
    private final JdbcProfiles profiles;
    private final BatchCatalogLookup batchCatalogLookup;
    private final Clock clock;

    CustomerEventHandler(
            JdbcCustomers customers,
            Consents consents,
            Suppressions suppressions,
            JdbcProfiles profiles,
            BatchCatalogLookup batchCatalogLookup,
            Clock clock) {
        this.customers = customers;
        this.consents = consents;
        this.suppressions = suppressions;
        this.profiles = profiles;
        this.batchCatalogLookup = batchCatalogLookup;
        this.clock = clock;
    }

    @Override
    public void handle(List<Event> batch) {
        SortedMap<String, Instant> firstSeen = firstSeen(batch);
        customers.insertMissing(firstSeen);
        customers.merge(CustomerDetails.fromEvents(batch));
        consents.merge(ConsentChange.fromEvents(batch));
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
        Map<String, MutableProfile> folds = profiles.load(ids);
        Map<String, ZoneId> zones = customers.zones(ids);
        CatalogLookup catalogLookup = batchCatalogLookup.forEvents(batch);
        for (Event event : batch) {
            folds.computeIfAbsent(event.customerId(), newcomer -> profiles.blank())
                    .add(event, catalogLookup, zones.getOrDefault(event.customerId(), ZoneOffset.UTC));
        }
        profiles.save(folds, clock.instant());
    }
}
