package org.postroad.report.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds customers: by what is typed into the search, and by the journey they are in. */
@Component
class CustomerSearch {

    static final int MOST = 50;
    static final int MOST_INSIDE = 25;

    private static final String SEARCH = Sql.of(CustomerSearch.class, "search-customers");
    private static final String INSIDE = Sql.of(CustomerSearch.class, "people-inside");

    private final JdbcClient jdbc;

    CustomerSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Customers whose id, address or name contains the text, the latest changed first; blank finds everybody. */
    List<CustomerSummary> matching(String text) {
        return jdbc.sql(SEARCH)
                .param("pattern", "%" + escaped(text.strip()) + "%")
                .param("most", MOST)
                .query(CustomerSearch::person)
                .list();
    }

    /** Who is inside a journey, the latest come first; only those at one step, unless it is blank. */
    List<EnrolledCustomer> enrolledIn(String journey, String step) {
        return jdbc.sql(INSIDE)
                .param("journey", journey)
                .param("at", step)
                .param("most", MOST_INSIDE)
                .query((row, number) -> new EnrolledCustomer(
                        person(row, number),
                        row.getTimestamp("entered_at").toInstant(),
                        row.getString("step"),
                        row.getBoolean("holdout")))
                .list();
    }

    private static CustomerSummary person(ResultSet row, int number) throws SQLException {
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
     * Somebody inside a journey.
     *
     * @param step the step they came to last; null if none is written yet
     */
    public record EnrolledCustomer(
            CustomerSummary person,
            Instant enteredAt,
            @Nullable String step,
            boolean holdout) {}
}
