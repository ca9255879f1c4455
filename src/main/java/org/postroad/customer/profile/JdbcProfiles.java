package org.postroad.customer.profile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.profile.ProductAlerts.ProfilePage;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Profiles in PostgreSQL, one document a customer. */
@Repository
public class JdbcProfiles implements Profiles {

    private static final String SAMPLE = Sql.of(JdbcProfiles.class, "sample-profiles");
    private static final String PAGE = Sql.of(JdbcProfiles.class, "page-profiles");
    private static final String SAVE = Sql.of(JdbcProfiles.class, "save-profiles");

    private final JdbcTemplate jdbc;
    private final ProfileJson json;

    JdbcProfiles(JdbcTemplate jdbc, ProfileJson json) {
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
    public Collection<Profile> sample(int atMost, String lot) {
        return new ArrayList<>(jdbc.query(SAMPLE, (row, number) -> json.read(row.getString("counters")), lot, atMost));
    }

    @Override
    public MutableProfile blank() {
        return json.blank();
    }

    /** Those that exist, to be folded on. */
    public Map<String, MutableProfile> load(Collection<String> customerIds) {
        Map<String, MutableProfile> profiles = new HashMap<>();
        jdbc.query(
                "select customer_id, counters from profile where customer_id = any(?)",
                row -> {
                    profiles.put(row.getString("customer_id"), json.read(row.getString("counters")));
                },
                (Object) customerIds.toArray(String[]::new));
        return profiles;
    }

    /**
     * So many profiles after a customer, in the order of ids. Only those are read that know one of the products, which
     * PostgreSQL tells without sending the others.
     */
    ProfilePage pageAfter(String customerId, int atMost, Collection<String> productIds) {
        Map<String, Profile> interested = new HashMap<>();
        AtomicReference<@Nullable String> last = new AtomicReference<>();
        jdbc.query(
                PAGE,
                row -> {
                    last.set(row.getString("customer_id"));
                    if (row.getString("counters") != null) {
                        interested.put(row.getString("customer_id"), json.read(row.getString("counters")));
                    }
                },
                productIds.toArray(String[]::new),
                customerId,
                atMost);
        return new ProfilePage(interested, Optional.ofNullable(last.get()));
    }

    public void save(Map<String, MutableProfile> profiles, Instant at) {
        Map<String, MutableProfile> sorted = new TreeMap<>(profiles);
        jdbc.update(
                SAVE,
                at.atOffset(ZoneOffset.UTC),
                sorted.keySet().toArray(String[]::new),
                sorted.values().stream().map(json::write).toArray(String[]::new));
    }
}
