package org.postroad.journey.camunda.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.step.StepPassed;
import org.postroad.journey.step.VariantAssigned;

/** The steps, experiment variants and ends of one command, until they are written. */
final class EnrolmentLog {

    private final SessionDependencies dependencies;
    private final List<StepPassed> passed = new ArrayList<>();
    private final List<VariantAssigned> assigned = new ArrayList<>();
    private final Set<UUID> goalsReached = new HashSet<>();
    private final List<EnrolmentEnded> ended = new ArrayList<>();
    private final List<String> endedInstances = new ArrayList<>();
    private @Nullable String cancelReason;

    EnrolmentLog(SessionDependencies dependencies) {
        this.dependencies = dependencies;
    }

    void setCancelReason(String reason) {
        cancelReason = reason;
    }

    void stepPassed(StepPassed step) {
        passed.add(step);
    }

    void variantAssigned(VariantAssigned variant) {
        assigned.add(variant);
    }

    void goalReached(UUID enrolmentId) {
        goalsReached.add(enrolmentId);
    }

    void ended(UUID enrolmentId, DelegateExecution instance) {
        ended.add(new EnrolmentEnded(enrolmentId, endReason(enrolmentId, instance)));
        endedInstances.add(instance.getProcessInstanceId());
    }

    private String endReason(UUID enrolmentId, DelegateExecution instance) {
        if (goalsReached.contains(enrolmentId)) {
            return EnrolmentEnded.GOAL_REACHED;
        }
        if (instance.isCanceled()) {
            return cancelReason == null ? EnrolmentEnded.ENDED_BY_OPERATOR : cancelReason;
        }
        return EnrolmentEnded.COMPLETED;
    }

    /** How often the enrolment has come to the step, counting what is not written yet. */
    int visits(UUID enrolmentId, String step) {
        long unwritten = passed.stream()
                .filter(one ->
                        one.enrolmentId().equals(enrolmentId) && one.step().equals(step))
                .count();
        return dependencies.steps().countOf(enrolmentId, step) + (int) unwritten;
    }

    void write() {
        dependencies.recorder().recordSteps(List.copyOf(passed));
        dependencies.recorder().recordVariants(List.copyOf(assigned));
        dependencies.recorder().recordEnds(List.copyOf(ended));
        passed.clear();
        assigned.clear();
        ended.clear();
        if (!endedInstances.isEmpty()) {
            dependencies.missedEvents().deleteAllOf(endedInstances);
            endedInstances.clear();
        }
    }
}
