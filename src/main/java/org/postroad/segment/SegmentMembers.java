package org.postroad.segment;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.sql.TransactionCache;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was in which segment at the latest run. */
@Repository
class SegmentMembers {

    private static final String REPLACE = Sql.of(SegmentMembers.class, "replace-members");

    private final JdbcClient jdbc;
    private final TransactionCache<String, Set<String>> known = new TransactionCache<>(this::read);

    SegmentMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The segments of each customer, by id; who is in none is absent. Read once in a transaction. */
    Map<String, Set<String>> of(Collection<String> customerIds) {
        return known.getAll(customerIds);
    }

    private Map<String, Set<String>> read(Collection<String> customerIds) {
        Map<String, Set<String>> segments = new HashMap<>();
        jdbc.sql("select customer_id, segment from segment_member where customer_id = any (?)")
                .param(SqlValues.texts(customerIds))
                .query(row -> {
                    segments.computeIfAbsent(row.getString("customer_id"), id -> new HashSet<>())
                            .add(row.getString("segment"));
                });
        return segments;
    }

    /** A customer in a segment. */
    record Membership(String customerId, String segment) {}

    /**
     * Writes what has changed: these are all memberships of these customers now.
     *
     * @param alike whether they say who is like members, and not who is one; the others stay
     */
    void replace(Collection<String> customerIds, List<Membership> memberships, boolean alike, Instant now) {
        jdbc.sql(REPLACE)
                .param("alike", alike)
                .param("all", SqlValues.texts(customerIds))
                .param("customers", SqlValues.texts(memberships, Membership::customerId))
                .param("segments", SqlValues.texts(memberships, Membership::segment))
                .param("now", SqlValues.timestamp(now))
                .update();
        known.forget(customerIds);
    }

    /** A member and since when. */
    record Member(String customerId, Instant since) {}

    /** The next members in the order of ids. */
    List<Member> pageAfter(String customerId, String segment, int atMost) {
        return jdbc.sql("select customer_id, since from segment_member where segment = ? and customer_id > ?"
                        + " order by customer_id limit ?")
                .params(segment, customerId, atMost)
                .query((row, number) -> new Member(row.getString("customer_id"), SqlValues.instant(row, "since")))
                .list();
    }
}
