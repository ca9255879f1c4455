package org.postroad.rehearse.simulation;

import java.util.SortedMap;
import java.util.TreeMap;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads from the database what a simulation came to for each customer. */
@Repository
@Conditional(RehearsalMode.class)
class CustomerOutcomes {

    private static final String OUTCOMES = Sql.of(CustomerOutcomes.class, "customer-outcomes");

    private final JdbcClient jdbc;

    CustomerOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all customers, by id. */
    SortedMap<String, CustomerOutcome> of(SimulationPlan plan) {
        SortedMap<String, CustomerOutcome> outcomes = new TreeMap<>();
        jdbc.sql(OUTCOMES)
                .param("starts", SqlValues.timestamp(plan.starts()))
                .param("ends", SqlValues.timestamp(plan.ends()))
                .query(row -> {
                    outcomes.put(
                            row.getString("id"),
                            new CustomerOutcome(
                                    row.getDouble("revenue"),
                                    row.getDouble("orders"),
                                    row.getDouble("mails"),
                                    row.getDouble("withdrawals")));
                });
        return outcomes;
    }
}
