package org.postroad.journey.step;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.postroad.sql.MonthlyPartitions;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The step log: one row for each step that an enrolment reached. */
@Repository
public class Steps {

    private final JdbcTemplate jdbc;
    private final MonthlyPartitions monthlyPartitions;
    private final Clock clock;

    Steps(JdbcTemplate jdbc, MonthlyPartitions monthlyPartitions, Clock clock) {
        this.jdbc = jdbc;
        this.monthlyPartitions = monthlyPartitions;
        this.clock = clock;
    }

    /** Inserts rows in one batch. */
    void write(List<StepPassed> steps) {
        monthlyPartitions.ensure("step", clock.instant());
        OffsetDateTime now = SqlValues.timestamp(clock.instant());
        jdbc.batchUpdate(
                "insert into step (enrolment_id, step, at, journey) values (?, ?, ?, ?)",
                steps,
                steps.size(),
                (row, step) -> {
                    row.setObject(1, step.enrolmentId());
                    row.setString(2, step.step());
                    row.setObject(3, now);
                    row.setString(4, step.journey());
                });
    }

    /** How often an enrolment has reached a step; steps of the running engine command are not written yet. */
    public int countOf(UUID enrolmentId, String step) {
        Integer count = jdbc.queryForObject(
                "select count(*) from step where enrolment_id = ? and step = ?", Integer.class, enrolmentId, step);
        return count == null ? 0 : count;
    }
}
