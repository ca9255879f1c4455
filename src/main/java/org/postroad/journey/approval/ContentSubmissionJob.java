package org.postroad.journey.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroad.deliver.ContentApprovals;
import org.postroad.deliver.ContentApprovals.ContentVersion;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.journey.EnrolmentSummary;
import org.postroad.journey.Enrolments;
import org.postroad.journey.JourneyEngine;
import org.postroad.time.ScheduledWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Submits each new version of a content to the approver, one at a time, by the event {@code content_submitted}, which
 * starts the journey {@code content-approval}. Submits nothing while that journey is not deployed.
 */
@Component
@Order(ScheduledWork.CONTENT_SUBMISSION)
class ContentSubmissionJob implements ScheduledWork {

    static final String JOURNEY = "content-approval";
    static final String SUBMITTED = "content_submitted";

    /** How soon a changed file is found. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ContentApprovals approvals;
    private final JourneyEngine engine;
    private final Enrolments enrolments;
    private final EventIntake intake;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Instant nextCheckAt;

    ContentSubmissionJob(
            ContentApprovals approvals,
            JourneyEngine engine,
            Enrolments enrolments,
            EventIntake intake,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.approvals = approvals;
        this.engine = engine;
        this.enrolments = enrolments;
        this.intake = intake;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.nextCheckAt = clock.instant();
    }

    @Override
    public String name() {
        return "content-approval";
    }

    @Override
    public Optional<Instant> nextDue() {
        return approvals.approver().map(approver -> nextCheckAt);
    }

    @Override
    public int runDue() {
        Optional<String> approver =
                approvals.approver().filter(id -> !clock.instant().isBefore(nextCheckAt));
        if (approver.isEmpty()) {
            return 0;
        }
        nextCheckAt = clock.instant().plus(EVERY);
        return approver.filter(this::isFree)
                .flatMap(id -> approvals.nextToSubmit().map(contentVersion -> submit(contentVersion, id)))
                .orElse(0);
    }

    private boolean isFree(String approver) {
        EnrolmentSummary earlier =
                enrolments.summaries(JOURNEY, List.of(approver)).get(approver);
        return (earlier == null || !earlier.inside())
                && engine.journeys().stream().anyMatch(journey -> journey.key().equals(JOURNEY));
    }

    private int submit(ContentVersion contentVersion, String approver) {
        transaction.executeWithoutResult(status -> {
            approvals.submitted(contentVersion, clock.instant());
            intake.record(new Event(
                    String.join(":", "content", approver, contentVersion.content(), contentVersion.version()),
                    approver,
                    SUBMITTED,
                    clock.instant(),
                    Map.of("content", contentVersion.content(), "version", contentVersion.version())));
        });
        return 1;
    }
}
