package org.postroad.decide;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The recorded decisions, for learning from them. */
@Component
public class DecisionHistory {

    private static final String READ = Sql.of(DecisionHistory.class, "read-history");

    private final JdbcClient jdbc;

    DecisionHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A recorded decision.
     *
     * @param enrolmentId the enrolment in which it was made; null if an application asked
     * @param action as in {@link Decision#action()}
     * @param propensity the probability with which the action was chosen, in (0, 1]
     * @param eligible all actions that could have been chosen, this one included
     * @param focus the id of the product that it was about
     */
    public record LoggedDecision(
            String customerId,
            @Nullable UUID enrolmentId,
            String slot,
            Instant decidedAt,
            String action,
            double propensity,
            List<String> eligible,
            @Nullable String focus) {}

    /** Reads the decisions made in [from, before), oldest first, without those of the holdout, which had no choice. */
    public void read(Instant from, Instant before, Consumer<LoggedDecision> reader) {
        try (Stream<LoggedDecision> decisions = jdbc
                .sql(READ)
                .param("from", SqlValues.timestamp(from))
                .param("before", SqlValues.timestamp(before))
                .query(DecisionHistory::decision)
                .stream()) {
            decisions.forEach(reader);
        }
    }

    private static LoggedDecision decision(ResultSet row, int number) throws SQLException {
        return new LoggedDecision(
                row.getString("customer_id"),
                row.getObject("enrolment_id", UUID.class),
                row.getString("slot"),
                SqlValues.instant(row, "decided_at"),
                row.getString("action"),
                row.getDouble("propensity"),
                SqlValues.texts(row, "eligible"),
                row.getString("focus"));
    }
}
