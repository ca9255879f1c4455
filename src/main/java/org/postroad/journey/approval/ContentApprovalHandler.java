package org.postroad.journey.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postroad.deliver.ContentApprovals;
import org.postroad.deliver.ContentApprovals.ContentVersion;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.postroad.journey.Enrolment;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.Enrolments;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Approves the submitted version of a content when the enrolment that asked the approver reaches its goal. */
@Component
@Order(EventHandler.CONTENT_APPROVAL)
final class ContentApprovalHandler implements EventHandler {

    private final Enrolments enrolments;
    private final EventLog events;
    private final ContentApprovals approvals;

    ContentApprovalHandler(Enrolments enrolments, EventLog events, ContentApprovals approvals) {
        this.enrolments = enrolments;
        this.events = events;
        this.approvals = approvals;
    }

    @Override
    public void handle(List<Event> batch) {
        batch.stream()
                .filter(event -> event.is(EventType.JOURNEY_ENDED))
                .filter(event -> event.text("journey")
                        .filter(ContentSubmissionJob.JOURNEY::equals)
                        .isPresent())
                .flatMap(event -> event.text("enrolmentId").map(UUID::fromString).flatMap(enrolments::find).stream())
                .filter(ContentApprovalHandler::reachedItsGoal)
                .forEach(this::approve);
    }

    /** Checks the stored enrolment, since anybody with an API key can send such an event. */
    private static boolean reachedItsGoal(Enrolment enrolment) {
        return enrolment.journey().equals(ContentSubmissionJob.JOURNEY)
                && enrolment
                        .endReason()
                        .filter(EnrolmentEnded.GOAL_REACHED::equals)
                        .isPresent();
    }

    private void approve(Enrolment enrolment) {
        Optional.ofNullable(enrolment.triggerEventId())
                .flatMap(events::find)
                .ifPresent(submitted -> approvals.approve(
                        new ContentVersion(
                                submitted.text("content").orElse(""),
                                submitted.text("version").orElse("")),
                        enrolment.customerId(),
                        enrolment.endedAt().orElse(submitted.occurredAt())));
    }
}
