package org.postroad.learn;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.decide.DecisionHistory;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All decisions that can be learned from: Postroad's own, and those of an earlier mail provider. */
@Component
class PastDecisions {

    private static final String PROVIDER_DECISIONS = Sql.of(PastDecisions.class, "read-provider-decisions");

    private final JdbcClient jdbc;
    private final DecisionHistory decisions;

    PastDecisions(JdbcClient jdbc, DecisionHistory decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    /** The decisions made before a moment. */
    List<PastDecision> before(Instant moment) {
        List<PastDecision> all = new ArrayList<>(providerDecisions(moment));
        decisions.read(Instant.EPOCH, moment, logged -> all.add(decision(logged)));
        return all;
    }

    /** A provider's mails do not say which actions were possible: assumed are all that it ever chose in the slot. */
    private List<PastDecision> providerDecisions(Instant before) {
        Map<String, Set<String>> possible = new HashMap<>();
        List<ProviderDecision> logged = jdbc.sql(PROVIDER_DECISIONS)
                .param("before", SqlValues.timestamp(before))
                .query(PastDecisions::providerDecision)
                .list();
        logged.forEach(each ->
                possible.computeIfAbsent(each.slot(), slot -> new HashSet<>()).add(each.action()));
        return logged.stream()
                .filter(each -> each.propensity() > 0 && each.propensity() <= 1)
                .map(each -> each.withPossible(possible.getOrDefault(each.slot(), Set.of())))
                .toList();
    }

    private static ProviderDecision providerDecision(ResultSet row, int number) throws SQLException {
        return new ProviderDecision(
                row.getString("customer_id"),
                SqlValues.instant(row, "occurred_at"),
                row.getString("slot"),
                row.getString("action"),
                row.getDouble("propensity"),
                row.getString("focus"));
    }

    private static PastDecision decision(DecisionHistory.LoggedDecision logged) {
        return new PastDecision(
                logged.customerId(),
                logged.decidedAt(),
                logged.slot(),
                logged.action(),
                logged.propensity(),
                Set.copyOf(logged.eligible()),
                listOf(logged.focus()),
                Optional.ofNullable(logged.enrolmentId()).map(UUID::toString).orElse(null));
    }

    private static List<String> listOf(@Nullable String productId) {
        return productId == null ? List.of() : List.of(productId);
    }

    private record ProviderDecision(
            String customerId,
            Instant at,
            String slot,
            String action,
            double propensity,
            @Nullable String focus) {

        PastDecision withPossible(Set<String> possible) {
            return new PastDecision(customerId, at, slot, action, propensity, possible, listOf(focus), null);
        }
    }
}
