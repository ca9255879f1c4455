package org.postroad.journey.camunda.deployment;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;

/** Reads from a parsed diagram which event types its steps wait for. */
final class AwaitedEvents {

    private AwaitedEvents() {}

    /** The message names of all catching events, receive tasks and event sub-processes. */
    static Set<String> in(ProcessDefinitionEntity definition) {
        return scopes(definition)
                .flatMap(scope -> EventSubscriptionDeclaration.getDeclarationsForScope(scope).values().stream())
                .filter(declaration -> !beginsTheProcess(declaration, definition))
                .map(EventSubscriptionDeclaration::getUnresolvedEventName)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean beginsTheProcess(
            EventSubscriptionDeclaration declaration, ProcessDefinitionEntity definition) {
        ActivityImpl activity = definition.findActivity(declaration.getActivityId());
        return declaration.isStartEvent() && activity != null && activity.getFlowScope() == definition;
    }

    private static Stream<ScopeImpl> scopes(ScopeImpl scope) {
        return Stream.concat(Stream.of(scope), scope.getActivities().stream().flatMap(AwaitedEvents::scopes));
    }
}
