package org.postroad.decide;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code decision}, read as a history. */
@Component
class JdbcDecisionHistory implements DecisionHistory {

    private static final String HISTORY = Sql.of(JdbcDecisionHistory.class, "read-history");

    private final JdbcClient jdbc;

    JdbcDecisionHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void read(Instant from, Instant before, Consumer<LoggedDecision> reader) {
        try (Stream<LoggedDecision> made = jdbc
                .sql(HISTORY)
                .param("from", Timestamp.from(from))
                .param("before", Timestamp.from(before))
                .query(JdbcDecisionHistory::made)
                .stream()) {
            made.forEach(reader);
        }
    }

    private static LoggedDecision made(ResultSet row, int number) throws SQLException {
        return new LoggedDecision(
                row.getString("customer_id"),
                row.getObject("enrolment_id", UUID.class),
                row.getString("slot"),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("action"),
                row.getDouble("propensity"),
                List.of((String[]) row.getArray("eligible").getArray()),
                row.getString("focus"));
    }
}
