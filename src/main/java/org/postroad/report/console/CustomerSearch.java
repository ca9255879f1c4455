package org.postroad.report.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds customers by a search text, and by the journey they are in. */
@Component
class CustomerSearch {

    static final int MOST = 50;
    static final int MOST_ENROLLED = 25;

    private static final String SEARCH = Sql.of(CustomerSearch.class, "search-customers");
    private static final String ENROLLED = Sql.of(CustomerSearch.class, "enrolled-customers");

    private final JdbcClient jdbc;

    CustomerSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Customers whose id, address or name contains the text; those in a journey first, then the latest changed. */
    List<CustomerSummary> matching(String text) {
        return jdbc.sql(SEARCH)
                .param("pattern", "%" + escaped(text.strip()) + "%")
                .param("most", MOST)
                .query(CustomerSearch::customer)
                .list();
    }

    /** Customers in a journey, the latest entry first; only those at the step, unless it is blank. */
    List<EnrolledCustomer> enrolledIn(String journey, String step) {
        return jdbc.sql(ENROLLED)
                .param("journey", journey)
                .param("at", step)
                .param("most", MOST_ENROLLED)
                .query((row, number) -> new EnrolledCustomer(
                        customer(row, number),
                        SqlValues.instant(row, "entered_at"),
                        row.getString("step"),
                        row.getBoolean("holdout")))
                .list();
    }

    private static CustomerSummary customer(ResultSet row, int number) throws SQLException {
        return new CustomerSummary(
                row.getString("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("time_zone"),
                row.getLong("journeys"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /**
     * A customer in a list.
     *
     * @param name first and last name; empty if neither is known
     * @param journeys how many journeys they are in now
     */
    public record CustomerSummary(
            String id,
            String name,
            @Nullable String email,
            @Nullable String timeZone,
            long journeys) {}

    /**
     * A customer in a journey.
     *
     * @param step the step reached last; null if none is recorded yet
     */
    public record EnrolledCustomer(
            CustomerSummary person,
            Instant enteredAt,
            @Nullable String step,
            boolean holdout) {}
}
