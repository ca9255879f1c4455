package org.postroad.journey.camunda;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.postroad.event.Event;
import org.postroad.journey.camunda.Waiting.Found;
import org.postroad.journey.camunda.Waiting.Wait;
import org.springframework.stereotype.Component;

/** Moves the tokens that wait for events. */
@Component
class Correlation {

    private final Waiting waiting;
    private final MissedEvents missed;
    private final EngineCommands engine;

    Correlation(Waiting waiting, MissedEvents missed, EngineCommands engine) {
        this.waiting = waiting;
        this.missed = missed;
        this.engine = engine;
    }

    void deliver(List<Event> events) {
        Found found = waiting.forAny(events);
        missed.note(found.onTheWay());
        move(found.waits());
    }

    /** Moves the walks that wait so; all waits of one walk must be for the same event. */
    void move(List<Wait> found) {
        Collection<List<Wait>> walks =
                found.stream().collect(Collectors.groupingBy(Wait::instance)).values();
        if (!walks.isEmpty()) {
            engine.together(context -> walks.forEach(waits -> move(context, waits)));
        }
    }

    /** All waits of one walk for one event; one that the event itself has just removed no longer counts. */
    private static void move(CommandContext context, List<Wait> waits) {
        for (Wait wait : innermost(context, waits)) {
            EventSubscriptionEntity subscription =
                    context.getEventSubscriptionManager().findEventSubscriptionById(wait.subscription());
            if (subscription != null && !context.getDbEntityManager().isDeleted(subscription)) {
                subscription.eventReceived(null, false);
            }
        }
    }

    /** A wait inside a frame takes an event before the frame's own event sub-process does. */
    private static List<Wait> innermost(CommandContext context, List<Wait> waits) {
        if (waits.size() == 1) {
            return waits;
        }
        List<ScopeImpl> frames =
                waits.stream().map(wait -> frame(context, wait)).toList();
        return waits.stream()
                .filter(wait -> frames.stream().noneMatch(other -> isAround(frame(context, wait), other)))
                .toList();
    }

    private static ScopeImpl frame(CommandContext context, Wait wait) {
        ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(wait.definition());
        return definition.findActivity(wait.activity()).getEventScope();
    }

    private static boolean isAround(ScopeImpl outer, ScopeImpl inner) {
        for (ScopeImpl scope = inner.getFlowScope(); scope != null; scope = scope.getFlowScope()) {
            if (scope == outer) {
                return true;
            }
        }
        return false;
    }
}
