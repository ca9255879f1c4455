package org.postroad.journey.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.compose.ContentVersions;
import org.postroad.deliver.ContentApprovals;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.journey.Enrolments;
import org.postroad.journey.JourneyEngine;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** An approver approves content in Tasklist before it can be sent. */
@PostroadTest
class ContentApprovalIT {

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ContentVersions contentVersions;

    @Autowired
    JourneyEngine engine;

    @Autowired
    Enrolments enrolments;

    @Autowired
    EventIntake intake;

    @Autowired
    EventLog log;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    private final String approver = "approver-" + UUID.randomUUID();
    private ContentApprovals approvals;
    private ContentSubmissionJob submission;

    @BeforeEach
    void configureApprover() {
        jdbc.sql("delete from content_edition").update();
        approvals = new ContentApprovals(jdbc, contentVersions, approver);
        submission = new ContentSubmissionJob(approvals, engine, enrolments, intake, transactions, clock);
    }

    @Test
    void withholdsContentUntilItsCurrentVersionIsApproved() {
        String content = submitNext();
        assertThat(approvals.withholds(content)).isTrue();

        answer("approve");
        assertThat(approvals.withholds(content)).isFalse();
        assertThat(jdbc.sql("select approved_by from content_edition where content = ? and version = ?")
                        .params(content, contentVersions.versionOf(content))
                        .query(String.class)
                        .single())
                .isEqualTo(approver);

        jdbc.sql("update content_edition set version = 'older' where content = ?")
                .param(content)
                .update();
        assertThat(approvals.withholds(content))
                .as("changed since its approval")
                .isTrue();
    }

    @Test
    void submitsOneContentAtATime() {
        String first = submitNext();
        workScheduler.advance(Duration.ofMinutes(1));
        assertThat(submission.runDue()).as("one at a time").isZero();

        answer("decline");
        assertThat(approvals.withholds(first)).isTrue();
        workScheduler.advance(Duration.ofMinutes(1));
        assertThat(submitNext()).as("declined content is not submitted again").isNotEqualTo(first);
    }

    @Test
    void ignoresAForgedJourneyEndedEvent() {
        String content = submitNext();
        UUID enrolment = jdbc.sql("select id from enrolment where customer_id = ?")
                .param(approver)
                .query(UUID.class)
                .single();
        intake.record(new Event(
                UUID.randomUUID().toString(),
                approver,
                "journey_ended",
                clock.instant(),
                Map.of(
                        "journey", "content-approval",
                        "enrolmentId", enrolment.toString(),
                        "reason", "goal_reached")));
        workScheduler.runDue();
        assertThat(approvals.withholds(content)).isTrue();
    }

    @Test
    void needsNoApprovalWithoutAnApprover() {
        ContentApprovals withoutApprover = new ContentApprovals(jdbc, contentVersions, "");
        assertThat(withoutApprover.withholds("browse-abandonment/reminder")).isFalse();
        assertThat(new ContentSubmissionJob(withoutApprover, engine, enrolments, intake, transactions, clock).nextDue())
                .isEmpty();
    }

    private String submitNext() {
        assertThat(submission.runDue()).isOne();
        workScheduler.runDue();
        List<Event> submitted = log.ofCustomer(approver, Instant.EPOCH, "content_submitted");
        return submitted.get(submitted.size() - 1).text("content").orElseThrow();
    }

    private void answer(String answer) {
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(approver).singleResult();
        tasks.complete(task.getId(), Map.of("answer", answer));
        workScheduler.runDue();
    }
}
