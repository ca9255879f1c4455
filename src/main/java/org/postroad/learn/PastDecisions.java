package org.postroad.learn;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroad.decide.DecisionHistory;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All choices that something can be learned from: Postroad's own decisions, and those of an earlier provider. */
@Component
class PastDecisions {

    private static final String EARLIER = Sql.of(PastDecisions.class, "read-earlier-choices");

    private final JdbcClient jdbc;
    private final DecisionHistory decisions;

    PastDecisions(JdbcClient jdbc, DecisionHistory decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    /** Those made before a moment. */
    List<PastDecision> before(Instant moment) {
        List<PastDecision> choices = new ArrayList<>(earlier(moment));
        decisions.read(Instant.EPOCH, moment, loggedDecision -> choices.add(choice(loggedDecision)));
        return choices;
    }

    /** An earlier provider tells what it chose, not what it could have: that was whatever it ever chose in that slot. */
    private List<PastDecision> earlier(Instant before) {
        Map<String, Set<String>> possible = new HashMap<>();
        List<ProviderDecision> told = jdbc.sql(EARLIER)
                .param("before", Timestamp.from(before))
                .query(PastDecisions::told)
                .list();
        told.forEach(each ->
                possible.computeIfAbsent(each.slot(), none -> new HashSet<>()).add(each.action()));
        return told.stream()
                .filter(each -> each.propensity() > 0 && each.propensity() <= 1)
                .map(each -> each.choice(possible.getOrDefault(each.slot(), Set.of())))
                .toList();
    }

    private static ProviderDecision told(ResultSet row, int number) throws SQLException {
        return new ProviderDecision(
                row.getString("customer_id"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("slot"),
                row.getString("action"),
                row.getDouble("propensity"),
                row.getString("focus"));
    }

    private static PastDecision choice(DecisionHistory.LoggedDecision loggedDecision) {
        return new PastDecision(
                loggedDecision.customerId(),
                loggedDecision.decidedAt(),
                loggedDecision.slot(),
                loggedDecision.action(),
                loggedDecision.propensity(),
                Set.copyOf(loggedDecision.eligible()),
                one(loggedDecision.focus()),
                Optional.ofNullable(loggedDecision.enrolmentId())
                        .map(UUID::toString)
                        .orElse(null));
    }

    private static List<String> one(@Nullable String productId) {
        return Stream.of(Optional.ofNullable(productId))
                .flatMap(Optional::stream)
                .toList();
    }

    private record ProviderDecision(
            String customerId,
            Instant at,
            String slot,
            String action,
            double propensity,
            @Nullable String focus) {

        PastDecision choice(Set<String> possible) {
            return new PastDecision(customerId, at, slot, action, propensity, possible, one(focus), null);
        }
    }
}
