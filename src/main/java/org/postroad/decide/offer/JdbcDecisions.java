package org.postroad.decide.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.decide.Decision;
import org.postroad.decide.DecisionRequest;
import org.postroad.decide.Decisions;
import org.postroad.decide.Evidence;
import org.postroad.decide.model.ModelRegistry;
import org.postroad.feature.Features;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions in PostgreSQL. */
@Component
class JdbcDecisions implements Decisions {

    private static final String RECORD = Sql.of(JdbcDecisions.class, "record-decision");
    private static final String FIND = "select * from decision where id = ?";
    private static final String ACTION = "select action from decision where id = ?";
    private static final String COUNT_OFFERS = Sql.of(JdbcDecisions.class, "count-offers-given");

    private final JdbcClient jdbc;
    private final JsonColumns json;
    private final Catalog catalog;
    private final ModelRegistry models;
    private final DecisionMetrics metrics;

    JdbcDecisions(JdbcClient jdbc, JsonColumns json, Catalog catalog, ModelRegistry models, DecisionMetrics metrics) {
        this.jdbc = jdbc;
        this.json = json;
        this.catalog = catalog;
        this.models = models;
        this.metrics = metrics;
    }

    /** @param focus the id of the product that the decision is about; null if there is none */
    Decision record(DecisionRequest request, @Nullable String focus, Decision decision) {
        jdbc.sql(RECORD)
                .param("id", decision.id())
                .param("customer", decision.customerId())
                .param("enrolment", request.enrolmentId())
                .param("journey", request.journey())
                .param("step", request.step())
                .param("slot", decision.slot())
                .param("focus", focus)
                .param("decidedAt", SqlValues.timestamp(decision.decidedAt()))
                .param("action", decision.action())
                .param("holdout", decision.holdout())
                .param("propensity", decision.propensity())
                .param("evidence", json.write(decision.evidence()))
                .update();
        metrics.decided(decision);
        return decision;
    }

    @Override
    public Optional<Decision> find(UUID id) {
        return jdbc.sql(FIND).param(id).query(this::decision).optional();
    }

    @Override
    public Optional<Offer> offerOf(UUID id) {
        return jdbc.sql(ACTION).param(id).query(String.class).optional().flatMap(catalog::offer);
    }

    /** The number of offers that journeys chose for the customer since then. */
    long offersGiven(String customerId, Instant since) {
        return jdbc.sql(COUNT_OFFERS)
                .param("customer", customerId)
                .param("since", SqlValues.timestamp(since))
                .param("nothing", Decision.NOTHING)
                .query(Long.class)
                .single();
    }

    @Override
    public Map<String, Double> contributions(Decision decision) {
        return models.current()
                .filter(model -> model.card().id().equals(decision.evidence().model()))
                .map(model -> strongestFirst(model.trees()
                        .contributions(Features.vector(decision.evidence().features()))))
                .orElse(Map.of());
    }

    private static Map<String, Double> strongestFirst(double[] contributions) {
        Map<String, Double> byName = new LinkedHashMap<>();
        byName.put("bias", contributions[Features.NAMES.size()]);
        IntStream.range(0, Features.NAMES.size())
                .boxed()
                .sorted(Comparator.comparing(i -> -Math.abs(contributions[i])))
                .forEach(i -> byName.put(Features.NAMES.get(i), contributions[i]));
        return byName;
    }

    private Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                row.getString("customer_id"),
                row.getString("slot"),
                SqlValues.instant(row, "decided_at"),
                catalog.offer(row.getString("action")),
                row.getBoolean("holdout"),
                row.getDouble("propensity"),
                json.read(row.getString("evidence"), Evidence.class));
    }
}
