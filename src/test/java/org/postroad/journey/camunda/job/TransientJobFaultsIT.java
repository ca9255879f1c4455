package org.postroad.journey.camunda.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A job that a conflict was in the way of is executed again at once; it is neither late nor an incident. */
@PostroadTest
class TransientJobFaultsIT {

    @Autowired
    TestJourneys journeys;

    @Autowired
    EventIntake intake;

    @Autowired
    ManagementService management;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    private final String customer = "conflicting-" + UUID.randomUUID();

    /** A sequence is not rolled back, so the trigger can count the conflicts it raised. */
    @BeforeEach
    void letConflictsHappen() {
        jdbc.execute("""
                create sequence conflicts;
                create function conflict() returns trigger language plpgsql as $$
                begin
                    if new.customer_id = '%s' and nextval('conflicts') <= 3 then
                        raise exception 'somebody else was faster' using errcode = '40001';
                    end if;
                    return new;
                end $$;
                create trigger conflict before update on enrolment for each row execute function conflict()""".formatted(customer));
    }

    @AfterEach
    void letNoneHappen() {
        jdbc.execute("drop trigger conflict on enrolment; drop function conflict; drop sequence conflicts");
    }

    @Test
    void keepsTheDueDateAndTheTriesOfAJobThatMetAConflict() {
        Job before = enters("conflicting-once");
        workScheduler.runDue();

        assertThatThrownBy(() -> management.executeJob(before.getId())).hasMessageContaining("somebody else");
        Job after = management.createJobQuery().jobId(before.getId()).singleResult();
        assertThat(after.getRetries()).isEqualTo(before.getRetries());
        assertThat(after.getDuedate()).isEqualTo(before.getDuedate());
        assertThat(after.getExceptionMessage()).isNull();
    }

    @Test
    void isNotLateThoughConflictsHappen() {
        Instant due = enters("conflicting-thrice").getDuedate().toInstant();
        workScheduler.advance(Duration.ofHours(1));

        assertThat(jdbc.queryForObject("select nextval('conflicts')", Long.class))
                .isGreaterThan(4);
        assertThat(jdbc.queryForObject("select ended_at from enrolment where customer_id = ?", Instant.class, customer))
                .isEqualTo(due);
    }

    private Job enters(String journey) {
        journeys.deploy(journey, waiting(journey, "PT1H"));
        intake.record(
                new Event(UUID.randomUUID().toString(), customer, beginningOf(journey), clock.instant(), Map.of()));
        workScheduler.runDue();
        return management.createJobQuery().processDefinitionKey(journey).singleResult();
    }
}
