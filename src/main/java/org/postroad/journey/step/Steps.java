package org.postroad.journey.step;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.postroad.sql.MonthlyPartitions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The step log: one narrow row for each step that a customer came to. */
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

    /** Writes these in one go. */
    void write(List<StepPassed> steps) {
        monthlyPartitions.ensure("step", clock.instant());
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
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

    /** How often a walk has come to a step, as written so far. */
    public int countOf(UUID enrolmentId, String step) {
        Integer count = jdbc.queryForObject(
                "select count(*) from step where enrolment_id = ? and step = ?", Integer.class, enrolmentId, step);
        return count == null ? 0 : count;
    }
}
