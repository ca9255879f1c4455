package org.postroad.journey.camunda.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;
import org.postroad.journey.Enrolment;
import org.postroad.journey.EnrolmentEnded;
import org.postroad.journey.step.StepPassed;
import org.postroad.journey.step.VariantAssigned;
import org.postroad.journey.vocabulary.ExpressionContext;
import org.postroad.journey.vocabulary.ExpressionVocabulary.EnrolmentState;

/**
 * The enrolments that one engine command touches. Start at {@link #current()}. Enrolments are read once; steps, ends and
 * arrivals at waits are collected and written together when the engine flushes the command, in its transaction.
 */
public final class EnrolmentSession implements Session {

    /** Process variable: the id of the instance's enrolment. */
    public static final String ENROLMENT_ID = "enrolmentId";

    /** Process variable: the id of the enrolment's latest decision. */
    public static final String DECISION_ID = "decisionId";

    private final SessionDependencies dependencies;
    private final InstanceEnrolments enrolments;
    private final EnrolmentLog log;
    private final WaitArrivals arrivals;
    private @Nullable Instant referenceTime;
    private @Nullable Throwable startFailure;

    EnrolmentSession(SessionDependencies dependencies) {
        this.dependencies = dependencies;
        this.enrolments = new InstanceEnrolments(dependencies);
        this.log = new EnrolmentLog(dependencies);
        this.arrivals = new WaitArrivals(dependencies);
    }

    /** The session of the engine command that runs on this thread; fails outside a command. */
    public static EnrolmentSession current() {
        return Context.getCommandContext().getSession(EnrolmentSession.class);
    }

    /** Announces an instance that is about to start with this enrolment's id as its variable. */
    public void expectStart(Enrolment enrolment) {
        enrolments.expectStart(enrolment);
    }

    /** Instances that start in this command stay on their start event, as they failed to leave it before. */
    public void holdAtStart(Throwable failure) {
        startFailure = failure;
    }

    /** Why instances stay on their start event; empty if they leave it. */
    public Optional<Throwable> heldAtStartBecauseOf() {
        return Optional.ofNullable(startFailure);
    }

    /** The caller holds the customers' shards: no event acts on them meanwhile, so no arrival needs a look back. */
    void assumeShardsHeld() {
        arrivals.assumeShardsHeld();
    }

    /** The job that runs now, or next, was due then, before its first failure moved its due date. */
    public void originallyDue(String job, Instant due) {
        arrivals.originallyDue(job, due);
    }

    /** Runs the work with this moment as the time from which expressions count. */
    public void withReferenceTime(Instant moment, Runnable work) {
        referenceTime = moment;
        try {
            work.run();
        } finally {
            referenceTime = null;
        }
    }

    /** The end reason of all instances that are cancelled later in this command. */
    public void setCancelReason(String reason) {
        log.setCancelReason(reason);
    }

    /** @see InstanceEnrolments#started */
    public void instanceStarted(DelegateExecution instance) {
        enrolments.started(instance);
    }

    /** A token has entered a step. */
    public void stepPassed(DelegateExecution execution) {
        recordStep(new StepPassed(
                enrolments.idOf(execution), InstanceEnrolments.journeyOf(execution), execution.getCurrentActivityId()));
    }

    /** Records a step at which a token was placed without entering it, as a migration does. */
    public void recordStep(StepPassed step) {
        log.stepPassed(step);
    }

    /** A token still waits after an event was tried on it; what it missed meanwhile is looked back at. */
    public void waitsOn(EventSubscriptionEntity wait) {
        arrivals.waitsOn(wait);
    }

    /** A token has come to where it waits for an event. */
    public void arrivedAtWait(DelegateExecution execution) {
        arrivals.arrived(execution);
    }

    /** A token has taken a branch of an experiment. */
    public void variantAssigned(DelegateExecution execution, String experiment, String variant) {
        log.variantAssigned(
                new VariantAssigned(enrolmentOf(execution), execution.getCurrentActivityId(), experiment, variant));
    }

    /** The instance will end with {@link EnrolmentEnded#GOAL_REACHED}. */
    public void goalReached(DelegateExecution execution) {
        log.goalReached(enrolments.idOf(execution));
    }

    /** The instance has ended or was cancelled. */
    public void instanceEnded(DelegateExecution instance) {
        log.ended(enrolments.idOf(instance), instance);
    }

    /** @throws IllegalStateException if the enrolment was deleted under its instance */
    public Enrolment enrolmentOf(DelegateExecution execution) {
        return enrolments.of(execution);
    }

    /** The latest decision of the enrolment; empty if none was taken. */
    public Optional<UUID> decisionOf(DelegateExecution execution) {
        return Optional.ofNullable(execution.getVariable(DECISION_ID)).map(id -> UUID.fromString(id.toString()));
    }

    /** What expressions of this execution can speak of. */
    public ExpressionContext contextOf(ExecutionEntity execution) {
        Instant from = referenceTime == null ? dependencies.clock().instant() : referenceTime;
        return dependencies.vocabulary().forEnrolment(stateOf(execution), from);
    }

    /** What the condition of a wait can speak of when this event arrives. */
    public ExpressionContext contextOf(ExecutionEntity execution, Event arriving) {
        return dependencies.vocabulary().forArrivingEvent(stateOf(execution), arriving);
    }

    private EnrolmentState stateOf(DelegateExecution execution) {
        return new EnrolmentState(
                enrolmentOf(execution),
                decisionOf(execution),
                step -> log.visits(enrolments.idOf(execution), step) > 0);
    }

    /** How often the enrolment has come to the step where it is now, this time included. */
    public int visitsOfCurrentStep(DelegateExecution execution) {
        return log.visits(enrolments.idOf(execution), execution.getCurrentActivityId());
    }

    @Override
    public void flush() {
        arrivals.write();
        log.write();
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
