package org.postroad.journey.camunda.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;
import org.postroad.journey.Enrolment;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.camunda.session.LookBacks.WaitArrival;
import org.postroad.journey.step.StepPassed;
import org.postroad.journey.step.VariantAssigned;
import org.postroad.journey.vocabulary.ExpressionContext;
import org.postroad.journey.vocabulary.ExpressionVocabulary.EnrolmentState;

/**
 * The walks that one engine command touches. Enrolments are read once; steps and ends are gathered and written down
 * together when the command is flushed, in its transaction, so that a batch costs a statement and not a row a query.
 */
public final class EnrolmentSession implements Session {

    public static final String ENROLMENT_ID = "enrolmentId";
    public static final String DECISION_ID = "decisionId";

    private final SessionDependencies sessionDependencies;
    private final Map<String, UUID> idsByInstance = new HashMap<>();
    private final Map<UUID, Enrolment> enrolments = new HashMap<>();
    private final Set<String> announced = new HashSet<>();
    private final List<StepPassed> passed = new ArrayList<>();
    private final List<EnrolmentEnded> ended = new ArrayList<>();
    private final List<String> endedInstances = new ArrayList<>();
    private final List<VariantAssigned> assigned = new ArrayList<>();
    private final Set<UUID> goals = new HashSet<>();
    private final List<WaitArrival> arrivals = new ArrayList<>();
    private final Instant beganAt;
    private boolean hearsEverything;
    private @Nullable String reasonToEnd;
    private @Nullable Instant countsFrom;

    EnrolmentSession(SessionDependencies sessionDependencies) {
        this.sessionDependencies = sessionDependencies;
        this.beganAt = sessionDependencies
                .clock()
                .instant()
                .truncatedTo(ChronoUnit.MILLIS); // as the engine dates what it keeps
    }

    public static EnrolmentSession current() {
        return Context.getCommandContext().getSession(EnrolmentSession.class);
    }

    /** The instance that starts next with this enrolment's id is this walk. */
    public void expectStart(Enrolment enrolment) {
        announced.add(enrolment.id().toString());
        enrolments.put(enrolment.id(), enrolment);
    }

    /** No event acts on these customers meanwhile, so that none is missed on the way to a wait. */
    void assumeShardsHeld() {
        hearsEverything = true;
    }

    /** While this is done, times count from that moment. */
    public void withReferenceTime(Instant moment, Runnable work) {
        countsFrom = moment;
        work.run();
        countsFrom = null;
    }

    /** From now on, whoever is cancelled in this command is cancelled for this reason. */
    public void setCancelReason(String reason) {
        reasonToEnd = reason;
    }

    /**
     * An instance that was started past the entry rule gets its enrolment here, or the start is refused; whatever
     * enrolment the caller may have named is not believed.
     */
    public void began(DelegateExecution instance) {
        if (!announced.contains(String.valueOf(instance.getVariable(ENROLMENT_ID)))) {
            Enrolment enrolment = byHand(instance);
            expectStart(enrolment);
            instance.setVariable(ENROLMENT_ID, enrolment.id().toString());
        }
    }

    private Enrolment byHand(DelegateExecution instance) {
        try {
            return sessionDependencies.byHand().enrol(journeyOf(instance), instance.getProcessBusinessKey());
        } catch (IllegalArgumentException e) {
            throw new BadUserRequestException(e.getMessage(), e); // REST and Cockpit show it as the caller's mistake
        }
    }

    public void passed(DelegateExecution execution) {
        passed.add(new StepPassed(idOf(execution), journeyOf(execution), execution.getCurrentActivityId()));
    }

    /** The token was put there, without walking. */
    public void recordMigratedStep(StepPassed step) {
        passed.add(step);
    }

    /** The token has come to where it waits for an event. */
    public void arrivedAtWait(DelegateExecution execution) {
        if (!hearsEverything) {
            arrivals.add(new WaitArrival(
                    execution.getProcessInstanceId(), execution.getProcessBusinessKey(), lookingBackTo(), beganAt));
        }
    }

    /**
     * A timer's own wait is no gap: what happens in it is past when the timer fires. Events that met a walk before a step
     * which begins asynchronously were noted one by one: the one that moved it there is not among them.
     */
    private @Nullable Instant lookingBackTo() {
        JobEntity job = Context.getCommandContext().getCurrentJob();
        if (job instanceof MessageEntity) {
            return null;
        }
        return job == null ? beganAt : job.getDuedate().toInstant();
    }

    /** The token has come to an experiment. */
    public void assigned(DelegateExecution execution, String experiment, String variant) {
        assigned.add(
                new VariantAssigned(enrolmentOf(execution), execution.getCurrentActivityId(), experiment, variant));
    }

    public void reachedGoal(DelegateExecution execution) {
        goals.add(idOf(execution));
    }

    public void ended(DelegateExecution instance) {
        ended.add(new EnrolmentEnded(idOf(instance), reasonFor(instance)));
        endedInstances.add(instance.getProcessInstanceId());
    }

    private String reasonFor(DelegateExecution instance) {
        if (goals.contains(idOf(instance))) {
            return EnrolmentEnded.GOAL_REACHED;
        }
        if (instance.isCanceled()) {
            return reasonToEnd == null ? EnrolmentEnded.ENDED_BY_OPERATOR : reasonToEnd;
        }
        return EnrolmentEnded.COMPLETED;
    }

    public Enrolment enrolmentOf(DelegateExecution execution) {
        return enrolments.computeIfAbsent(
                idOf(execution),
                id -> sessionDependencies
                        .enrolments()
                        .find(id)
                        .orElseThrow(() -> new IllegalStateException("Enrolment " + id + " of process instance "
                                + execution.getProcessInstanceId() + " does not exist; delete the instance.")));
    }

    public Optional<UUID> decisionOf(DelegateExecution execution) {
        return Optional.ofNullable(execution.getVariable(DECISION_ID)).map(id -> UUID.fromString(id.toString()));
    }

    public ExpressionContext wordsOf(ExecutionEntity execution) {
        return sessionDependencies
                .vocabulary()
                .forEnrolment(
                        enrolmentStateOf(execution),
                        countsFrom == null ? sessionDependencies.clock().instant() : countsFrom);
    }

    /** The words of a walk that waits, at the moment when an event arrives. */
    public ExpressionContext wordsOf(ExecutionEntity execution, Event arriving) {
        return sessionDependencies.vocabulary().forArrivingEvent(enrolmentStateOf(execution), arriving);
    }

    private EnrolmentState enrolmentStateOf(DelegateExecution execution) {
        return new EnrolmentState(enrolmentOf(execution), decisionOf(execution), step -> timesAt(step, execution) > 0);
    }

    /** How often the walk has come to the step where it is now, this time included. */
    public int visitsOfCurrentStep(DelegateExecution execution) {
        return timesAt(execution.getCurrentActivityId(), execution);
    }

    private int timesAt(String step, DelegateExecution execution) {
        UUID id = idOf(execution);
        long unwritten = passed.stream()
                .filter(one -> one.enrolmentId().equals(id) && one.step().equals(step))
                .count();
        return sessionDependencies.steps().countOf(id, step) + (int) unwritten;
    }

    private UUID idOf(DelegateExecution execution) {
        return idsByInstance.computeIfAbsent(
                execution.getProcessInstanceId(),
                instance -> UUID.fromString(execution.getVariable(ENROLMENT_ID).toString()));
    }

    private static String journeyOf(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getProcessDefinition().getKey();
    }

    @Override
    public void flush() {
        if (!arrivals.isEmpty()) {
            sessionDependencies.lookBacks().note(List.copyOf(arrivals));
            arrivals.clear();
        }
        sessionDependencies.chronicle().recordSteps(List.copyOf(passed));
        sessionDependencies.chronicle().recordVariants(List.copyOf(assigned));
        sessionDependencies.chronicle().recordEnds(List.copyOf(ended));
        passed.clear();
        assigned.clear();
        ended.clear();
        if (!endedInstances.isEmpty()) {
            sessionDependencies.missedEvents().forgetAll(endedInstances);
            endedInstances.clear();
        }
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
