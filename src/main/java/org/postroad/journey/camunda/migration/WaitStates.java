package org.postroad.journey.camunda.migration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateCatchEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ReceiveTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.postroad.journey.migration.WaitState;

/** Lists the activities of a definition at which tokens can wait. */
final class WaitStates {

    private static final Set<Class<?>> WAITS = Set.of(
            IntermediateCatchEventActivityBehavior.class,
            EventBasedGatewayActivityBehavior.class,
            UserTaskActivityBehavior.class,
            ReceiveTaskActivityBehavior.class,
            ExternalTaskActivityBehavior.class);

    private static final Map<String, String> KINDS = Map.of(
            ActivityTypes.INTERMEDIATE_EVENT_TIMER, "timer",
            ActivityTypes.BOUNDARY_TIMER, "timer",
            ActivityTypes.INTERMEDIATE_EVENT_MESSAGE, "wait for an event",
            ActivityTypes.TASK_RECEIVE_TASK, "wait for an event",
            ActivityTypes.GATEWAY_EVENT_BASED, "event gateway",
            ActivityTypes.GATEWAY_PARALLEL, "parallel gateway",
            ActivityTypes.TASK_USER_TASK, "task for a person",
            ActivityTypes.TASK_SEND_TASK, "e-mail",
            ActivityTypes.START_EVENT_MESSAGE, "exit on an event",
            ActivityTypes.TASK_SERVICE, "service task");

    private WaitStates() {}

    static List<WaitState> of(ProcessDefinitionEntity definition, Map<String, Long> people) {
        return activities(definition)
                .filter(activity -> isTrigger(activity) || holdsTokens(activity))
                .map(activity -> waitState(activity, people.getOrDefault(activity.getId(), 0L)))
                .toList();
    }

    private static WaitState waitState(ActivityImpl activity, long people) {
        return new WaitState(
                activity.getId(),
                Objects.requireNonNullElse((String) activity.getProperty("name"), activity.getId()),
                kind(activity),
                activity.getActivityBehavior().getClass().getSimpleName(),
                activity.isAsyncBefore() || activity.isAsyncAfter(),
                isTrigger(activity),
                timer(activity).isPresent(),
                people);
    }

    private static String kind(ActivityImpl activity) {
        String type = activity.getProperties().get(BpmnProperties.TYPE);
        return KINDS.getOrDefault(type, type.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT));
    }

    private static boolean holdsTokens(ActivityImpl activity) {
        return activity.isAsyncBefore()
                || activity.isAsyncAfter()
                || WAITS.contains(activity.getActivityBehavior().getClass())
                || activity.getActivityBehavior() instanceof ParallelGatewayActivityBehavior
                        && activity.getIncomingTransitions().size() > 1;
    }

    /** Whether a token waits for this event at another activity: an event gateway, or inside the scope around the event. */
    private static boolean isTrigger(ActivityImpl activity) {
        return activity.getEventScope() != activity && (timer(activity).isPresent() || waitsForEvent(activity));
    }

    /** Whether a token waits there for an event. */
    static boolean waitsForEvent(ActivityImpl activity) {
        ScopeImpl scope = activity.getEventScope();
        return scope != null
                && EventSubscriptionDeclaration.getDeclarationsForScope(scope).containsKey(activity.getId());
    }

    /** The declaration of the timer that a token waits for there. */
    static Optional<TimerDeclarationImpl> timer(ActivityImpl activity) {
        return Optional.ofNullable(activity.getEventScope())
                .map(scope ->
                        TimerDeclarationImpl.getDeclarationsForScope(scope).get(activity.getId()));
    }

    private static Stream<ActivityImpl> activities(ScopeImpl scope) {
        return scope.getActivities().stream()
                .flatMap(activity -> Stream.concat(Stream.of(activity), activities(activity)));
    }
}
