package org.postroad.report.console;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The incidents of the engine: what a journey could not do for a customer, also when it was tried again. */
@Component
class Incidents {

    private static final String LATEST = Sql.of(Incidents.class, "latest-incidents");

    private final JdbcClient jdbc;

    Incidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenIncident> latest(int atMost) {
        return latest(null, atMost);
    }

    List<OpenIncident> latestOf(String customerId, int atMost) {
        return latest(customerId, atMost);
    }

    private List<OpenIncident> latest(@Nullable String customerId, int atMost) {
        return jdbc.sql(LATEST)
                .param("customer", customerId, Types.VARCHAR)
                .param("most", atMost)
                .query((row, number) -> new OpenIncident(
                        row.getString("journey"),
                        row.getString("step"),
                        row.getString("customer_id"),
                        row.getTimestamp("since").toInstant(),
                        row.getString("reason"),
                        row.getString("instance"),
                        row.getString("job")))
                .list();
    }

    /**
     * An incident.
     *
     * @param step null if it is about the instance as a whole
     * @param job what a retry runs; null if nothing can be retried
     */
    public record OpenIncident(
            String journey,
            @Nullable String step,
            @Nullable String customerId,
            Instant since,
            @Nullable String reason,
            String instance,
            @Nullable String job) {}
}
