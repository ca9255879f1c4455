package org.postroad.journey.camunda.parse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.postroad.journey.template.AskPerson;
import org.postroad.journey.template.EntryRule;
import org.postroad.journey.template.GoalReached;
import org.postroad.journey.template.Split;

/** Attaches to each parsed diagram its step settings, and the listeners that report to {@link EnrolmentSession}. */
public final class JourneyParseListener extends AbstractBpmnParseListener {

    private static final ExecutionListener STARTED =
            instance -> EnrolmentSession.current().instanceStarted(instance);
    private static final ExecutionListener PASSED =
            execution -> EnrolmentSession.current().stepPassed(execution);
    private static final ExecutionListener ARRIVED =
            execution -> EnrolmentSession.current().arrivedAtWait(execution);
    private static final ExecutionListener GOAL =
            execution -> EnrolmentSession.current().goalReached(execution);
    private static final ExecutionListener ENDED =
            instance -> EnrolmentSession.current().instanceEnded(instance);

    @Override
    public void parseRootElement(Element definitions, List<ProcessDefinitionEntity> processes) {
        StepSettings settings = new StepSettings(definitions);
        Map<String, Object> byStep = BpmnElement.allIn(definitions)
                .filter(bpmnElement -> bpmnElement.element() == bpmnElement.step())
                .flatMap(bpmnElement ->
                        settings.of(bpmnElement).map(set -> Map.entry(bpmnElement.stepId(), set)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        processes.forEach(process -> configure(process, byStep));
    }

    @Override
    public void parseStartEvent(Element start, ScopeImpl scope, ActivityImpl activity) {
        if (scope instanceof ProcessDefinitionEntity) {
            activity.setActivityBehavior(new HoldingStartBehavior());
        }
    }

    /** Runs before the engine checks that the flows of an exclusive gateway have conditions; those of a split have none. */
    @Override
    public void parseExclusiveGateway(Element gateway, ScopeImpl scope, ActivityImpl activity) {
        Map<String, String> settings = new BpmnElement(gateway, gateway).settings();
        if (Split.isConfiguredIn(settings)) {
            activity.setActivityBehavior(new SplitBehavior(Split.of(settings)));
        }
    }

    private static void configure(ProcessDefinitionEntity process, Map<String, Object> settings) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, STARTED);
        process.addBuiltInListener(ExecutionListener.EVENTNAME_END, ENDED);
        removeStartEventSubscriptions(process);
        process.getActivities().stream()
                .map(start -> settings.get(start.getId()))
                .filter(EntryRule.class::isInstance)
                .findFirst()
                .ifPresent(rule -> process.setProperty(StepSettings.PROPERTY, rule));
        steps(process).forEach(step -> configure(step, settings.get(step.getId())));
        scopes(process)
                .filter(JourneyParseListener::hasMessageSubscription)
                .forEach(scope -> scope.addBuiltInListener(ExecutionListener.EVENTNAME_START, ARRIVED));
    }

    private static void configure(ActivityImpl step, @Nullable Object settings) {
        step.setProperty(StepSettings.PROPERTY, settings);
        step.addBuiltInListener(ExecutionListener.EVENTNAME_START, PASSED);
        if (settings instanceof GoalReached end && end.goal()) {
            step.addBuiltInListener(ExecutionListener.EVENTNAME_START, GOAL);
        }
        if (settings instanceof AskPerson question
                && step.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
            UserTaskForm.attach(question, task.getTaskDefinition());
        }
    }

    /**
     * Start events are not left to the engine: it would refuse a second journey with the same start event, and start an
     * instance past the entry rule for anyone who correlates a message.
     */
    private static void removeStartEventSubscriptions(ProcessDefinitionEntity process) {
        process.getProperties()
                .get(BpmnProperties.EVENT_SUBSCRIPTION_DECLARATIONS)
                .values()
                .removeIf(EventSubscriptionDeclaration::isStartEvent);
    }

    private static boolean hasMessageSubscription(ScopeImpl scope) {
        return scope.getProperties().get(BpmnProperties.EVENT_SUBSCRIPTION_DECLARATIONS).values().stream()
                .anyMatch(declaration -> EventType.MESSAGE.name().equals(declaration.getEventType()));
    }

    private static Stream<ScopeImpl> scopes(ScopeImpl scope) {
        return Stream.concat(Stream.of(scope), scope.getActivities().stream().flatMap(JourneyParseListener::scopes));
    }

    /** All activities except sub-processes, whose activities are steps instead. */
    private static Stream<ActivityImpl> steps(ScopeImpl scope) {
        return scope.getActivities().stream()
                .flatMap(activity -> activity.getActivities().isEmpty() ? Stream.of(activity) : steps(activity));
    }
}
