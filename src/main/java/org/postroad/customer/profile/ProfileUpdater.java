package org.postroad.customer.profile;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.postroad.catalog.CatalogLookup;
import org.postroad.event.Event;
import org.springframework.stereotype.Component;

/** Adds a batch of events to the stored profiles, in the caller's transaction: each profile is read and written once. */
@Component
public class ProfileUpdater {

    private final JdbcProfiles profiles;
    private final BatchCatalogLookup catalog;
    private final Clock clock;

    ProfileUpdater(JdbcProfiles profiles, BatchCatalogLookup catalog, Clock clock) {
        this.profiles = profiles;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** @param zones the time zone of each customer of the batch, by id */
    public void add(List<Event> batch, Map<String, ZoneId> zones) {
        Map<String, MutableProfile> updated = profiles.load(zones.keySet());
        CatalogLookup lookup = catalog.forEvents(batch);
        for (Event event : batch) {
            updated.computeIfAbsent(event.customerId(), newcomer -> profiles.blank())
                    .add(event, lookup, zones.getOrDefault(event.customerId(), ZoneOffset.UTC));
        }
        profiles.save(updated, clock.instant());
    }
}
