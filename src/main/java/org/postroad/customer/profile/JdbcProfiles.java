package org.postroad.customer.profile;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.profile.ProductAlerts.ProfilePage;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.sql.TransactionCache;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Profiles in PostgreSQL, one document for each customer. */
@Repository
class JdbcProfiles implements Profiles {

    private static final String SAMPLE = Sql.of(JdbcProfiles.class, "sample-profiles");
    private static final String PAGE = Sql.of(JdbcProfiles.class, "page-profiles");
    private static final String SAVE = Sql.of(JdbcProfiles.class, "save-profiles");

    private final JdbcTemplate jdbc;
    private final ProfileJson json;
    private final Clock clock;
    private final TransactionCache<String, MutableProfile> known = new TransactionCache<>(this::read, this::write);

    JdbcProfiles(JdbcTemplate jdbc, ProfileJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
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
    public SortedMap<String, Profile> sample(int atMost, String seed) {
        known.flush();
        SortedMap<String, Profile> sample = new TreeMap<>();
        jdbc.query(
                SAMPLE,
                row -> {
                    sample.put(row.getString("customer_id"), json.read(row.getString("counters")));
                },
                seed,
                atMost);
        return sample;
    }

    @Override
    public MutableProfile blank() {
        return json.blank();
    }

    /** The profiles of these customers, by id; the others are absent. One query for those that are not known yet. */
    Map<String, MutableProfile> load(Collection<String> customerIds) {
        return known.getAll(customerIds);
    }

    /** Whoever needs one of these profiles first reads all of them. */
    void expect(Collection<String> customerIds) {
        known.expect(customerIds);
    }

    /** Takes over a changed profile; all changed ones are written before the commit, each once. */
    void change(String customerId, MutableProfile profile) {
        known.change(customerId, profile);
    }

    private Map<String, MutableProfile> read(Collection<String> customerIds) {
        Map<String, MutableProfile> profiles = new HashMap<>();
        jdbc.query(
                "select customer_id, counters from profile where customer_id = any(?)",
                row -> {
                    profiles.put(row.getString("customer_id"), json.read(row.getString("counters")));
                },
                (Object) SqlValues.texts(customerIds));
        return profiles;
    }

    /**
     * The next profiles in the order of customer ids. PostgreSQL sends only the documents that contain one of the
     * products.
     *
     * @param customerId the page starts after this id
     */
    ProfilePage pageAfter(String customerId, int atMost, Collection<String> productIds) {
        known.flush();
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
                SqlValues.texts(productIds),
                customerId,
                atMost);
        return new ProfilePage(interested, Optional.ofNullable(last.get()));
    }

    /** Writes profiles in the order of ids, so that two transactions cannot deadlock. */
    private void write(Map<String, MutableProfile> profiles) {
        Map<String, MutableProfile> sorted = new TreeMap<>(profiles);
        jdbc.update(
                SAVE,
                SqlValues.timestamp(clock.instant()),
                SqlValues.texts(sorted.keySet()),
                SqlValues.texts(sorted.values(), json::write));
    }
}
