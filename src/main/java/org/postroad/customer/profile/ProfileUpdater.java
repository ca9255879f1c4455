package org.postroad.customer.profile;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroad.catalog.CatalogLookup;
import org.postroad.event.Event;
import org.springframework.stereotype.Component;

/**
 * Adds events to the profiles, in the caller's transaction. A profile is read once and written once, before the commit, and
 * only if an event has changed it: much of what happens to a customer says nothing about them.
 */
@Component
public class ProfileUpdater {

    private final JdbcProfiles profiles;
    private final BatchCatalogLookup catalog;

    ProfileUpdater(JdbcProfiles profiles, BatchCatalogLookup catalog) {
        this.profiles = profiles;
        this.catalog = catalog;
    }

    /** @param zones the time zone of each customer of the batch, by id */
    public void add(List<Event> batch, Map<String, ZoneId> zones) {
        profiles.expect(zones.keySet());
        List<Event> telling =
                batch.stream().filter(ProfileContribution::mayBeMadeBy).toList();
        if (!telling.isEmpty()) {
            Set<String> customers = telling.stream().map(Event::customerId).collect(Collectors.toSet());
            Map<String, MutableProfile> loaded = profiles.load(customers);
            CatalogLookup lookup = catalog.forEvents(telling);
            for (Event event : telling) {
                MutableProfile profile = loaded.computeIfAbsent(event.customerId(), newcomer -> profiles.blank());
                if (profile.add(event, lookup, zones.getOrDefault(event.customerId(), ZoneOffset.UTC))) {
                    profiles.change(event.customerId(), profile);
                }
            }
        }
    }
}
