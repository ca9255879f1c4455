package org.postroad.journey.audience;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.sql.TransactionCache;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The customers who matched the audience of a journey at their last check. */
@Repository
class AudienceMembers {

    private static final String OF_CUSTOMERS = Sql.of(AudienceMembers.class, "members-and-checks");
    private static final String ADD = Sql.of(AudienceMembers.class, "add-members");
    private static final String REMOVE = Sql.of(AudienceMembers.class, "remove-members");
    private static final String OPEN_ENROLMENTS = Sql.of(AudienceMembers.class, "open-enrolments");

    private final JdbcClient jdbc;
    private final AudienceChecks checks;
    private final Clock clock;
    private final TransactionCache<String, Set<Member>> known = new TransactionCache<>(this::read);

    AudienceMembers(JdbcClient jdbc, AudienceChecks checks, Clock clock) {
        this.jdbc = jdbc;
        this.checks = checks;
        this.clock = clock;
    }

    /** A customer in the audience of a journey. */
    record Member(String customerId, String journey) {}

    /** All memberships of these customers. */
    Set<Member> of(Collection<String> customerIds) {
        Set<Member> members = new HashSet<>();
        known.getAll(customerIds).values().forEach(members::addAll);
        return members;
    }

    /** Reads their scheduled checks with them, since whoever is looked at needs both. */
    private Map<String, Set<Member>> read(Collection<String> customerIds) {
        Map<String, Set<Member>> members = new HashMap<>();
        Map<String, Instant> scheduled = new HashMap<>();
        jdbc.sql(OF_CUSTOMERS).param("customers", SqlValues.texts(customerIds)).query(row -> {
            String customer = row.getString("customer_id");
            SqlValues.instantIfAny(row, "due_at").ifPresent(due -> scheduled.put(customer, due));
            if (row.getString("journey") != null) {
                members.computeIfAbsent(customer, first -> new HashSet<>())
                        .add(new Member(customer, row.getString("journey")));
            }
        });
        checks.remember(customerIds, scheduled);
        return members;
    }

    void add(Collection<Member> members) {
        if (!members.isEmpty()) {
            jdbc.sql(ADD)
                    .params(columns(members))
                    .param("at", SqlValues.timestamp(clock.instant()))
                    .update();
            forget(members);
        }
    }

    void remove(Collection<Member> members) {
        if (!members.isEmpty()) {
            jdbc.sql(REMOVE).params(columns(members)).update();
            forget(members);
        }
    }

    private void forget(Collection<Member> members) {
        known.forget(members.stream().map(Member::customerId).toList());
    }

    /** The open enrolments of these customers in these journeys. */
    List<UUID> openEnrolments(Collection<Member> members) {
        return jdbc.sql(OPEN_ENROLMENTS)
                .params(columns(members))
                .query(UUID.class)
                .list();
    }

    private static Map<String, Object> columns(Collection<Member> members) {
        return Map.of(
                "customers", SqlValues.texts(members, Member::customerId),
                "journeys", SqlValues.texts(members, Member::journey));
    }
}
