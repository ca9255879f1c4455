package org.postroad.journey.audience;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who matched the audience of which journey when we last looked. */
@Repository
class AudienceMembers {

    private static final String BEGIN = Sql.of(AudienceMembers.class, "begin-memberships");
    private static final String END = Sql.of(AudienceMembers.class, "end-memberships");
    private static final String OPEN_ENROLMENTS = Sql.of(AudienceMembers.class, "open-enrolments");

    private final JdbcClient jdbc;
    private final Clock clock;

    AudienceMembers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A customer in the audience of a journey. */
    record Member(String customerId, String journey) {}

    /** All memberships of these customers. */
    Set<Member> of(Collection<String> customerIds) {
        return new HashSet<>(jdbc.sql("select customer_id, journey from audience_member where customer_id = any (?)")
                .param(customerIds.toArray(String[]::new))
                .query((row, number) -> new Member(row.getString("customer_id"), row.getString("journey")))
                .list());
    }

    void add(Collection<Member> begun) {
        if (!begun.isEmpty()) {
            jdbc.sql(BEGIN)
                    .params(columns(begun))
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    void remove(Collection<Member> ceased) {
        if (!ceased.isEmpty()) {
            jdbc.sql(END).params(columns(ceased)).update();
        }
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
                "customers", members.stream().map(Member::customerId).toArray(String[]::new),
                "journeys", members.stream().map(Member::journey).toArray(String[]::new));
    }
}
