package org.postroad.journey.camunda.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.postroad.journey.Enrolment;

/** Which enrolment each process instance of a command belongs to. Each is read once. */
final class InstanceEnrolments {

    private final SessionDependencies dependencies;
    private final Map<String, UUID> idsByInstance = new HashMap<>();
    private final Map<UUID, Enrolment> enrolments = new HashMap<>();
    private final Set<String> expected = new HashSet<>();

    InstanceEnrolments(SessionDependencies dependencies) {
        this.dependencies = dependencies;
    }

    void expectStart(Enrolment enrolment) {
        expected.add(enrolment.id().toString());
        enrolments.put(enrolment.id(), enrolment);
    }

    /**
     * An instance has started. If nobody announced it by {@link #expectStart}, it was started by hand: it gets a new
     * enrolment, or the start is refused. An enrolment id that the caller passed as a variable is overwritten.
     */
    void started(DelegateExecution instance) {
        if (!expected.contains(String.valueOf(instance.getVariable(EnrolmentSession.ENROLMENT_ID)))) {
            Enrolment enrolment = enrolManually(instance);
            expectStart(enrolment);
            instance.setVariable(EnrolmentSession.ENROLMENT_ID, enrolment.id().toString());
        }
    }

    private Enrolment enrolManually(DelegateExecution instance) {
        try {
            return dependencies.manualEntry().enrol(journeyOf(instance), instance.getProcessBusinessKey());
        } catch (IllegalArgumentException e) {
            throw new BadUserRequestException(e.getMessage(), e); // REST and Cockpit show it as the caller's mistake
        }
    }

    Enrolment of(DelegateExecution execution) {
        return enrolments.computeIfAbsent(
                idOf(execution),
                id -> dependencies
                        .enrolments()
                        .find(id)
                        .orElseThrow(() -> new IllegalStateException("Enrolment " + id + " of process instance "
                                + execution.getProcessInstanceId() + " does not exist; delete the instance.")));
    }

    UUID idOf(DelegateExecution execution) {
        return idsByInstance.computeIfAbsent(
                execution.getProcessInstanceId(),
                instance -> UUID.fromString(
                        execution.getVariable(EnrolmentSession.ENROLMENT_ID).toString()));
    }

    static String journeyOf(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getProcessDefinition().getKey();
    }
}
