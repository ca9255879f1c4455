package org.postroad.customer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Profiles in PostgreSQL, one document a customer. */
@Repository
class StoredProfiles implements Profiles {

    private static final String SAMPLE = Sql.of(StoredProfiles.class, "sample-profiles");
    private static final String SAVE = Sql.of(StoredProfiles.class, "save-profiles");

    private final JdbcTemplate jdbc;
    private final ProfileJson json;

    StoredProfiles(JdbcTemplate jdbc, ProfileJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Profile of(String customerId) {
        return load(List.of(customerId)).getOrDefault(customerId, blank());
    }

    @Override
    public Map<String, Profile> ofAll(Collection<String> customerIds) {
        Map<String, Profile> profiles = new HashMap<>();
        customerIds.forEach(id -> profiles.put(id, blank()));
        profiles.putAll(load(customerIds));
        return profiles;
    }

    @Override
    public Collection<Profile> sample(int atMost) {
        return new ArrayList<>(jdbc.query(SAMPLE, (row, number) -> json.read(row.getString("counters")), atMost));
    }

    @Override
    public ProfileFold blank() {
        return json.blank();
    }

    /** Those that exist, to be folded on. */
    Map<String, ProfileFold> load(Collection<String> customerIds) {
        Map<String, ProfileFold> profiles = new HashMap<>();
        jdbc.query(
                "select customer_id, counters from profile where customer_id = any(?)",
                row -> {
                    profiles.put(row.getString("customer_id"), json.read(row.getString("counters")));
                },
                (Object) customerIds.toArray(String[]::new));
        return profiles;
    }

    void save(Map<String, ProfileFold> profiles, Instant at) {
        Map<String, ProfileFold> sorted = new TreeMap<>(profiles);
        jdbc.update(
                SAVE,
                at.atOffset(ZoneOffset.UTC),
                sorted.keySet().toArray(String[]::new),
                sorted.values().stream().map(json::write).toArray(String[]::new));
    }
}
