package org.postroad.journey.camunda;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.postroad.event.Event;
import org.postroad.journey.camunda.Waiting.Wait;
import org.springframework.stereotype.Component;

/**
 * Moves the tokens that wait for events. A walk takes one event in a round, its earliest: what it waits for next is
 * known only when the round is flushed, so its later events of the same batch come in the next round.
 */
@Component
class Correlation {

    private final Waiting waiting;
    private final EngineCommands engine;

    Correlation(Waiting waiting, EngineCommands engine) {
        this.waiting = waiting;
        this.engine = engine;
    }

    void deliver(List<Event> batch) {
        SortedMap<Integer, Event> events = new TreeMap<>(
                IntStream.range(0, batch.size()).boxed().collect(Collectors.toMap(place -> place, batch::get)));
        Map<String, List<Wait>> round = earliestByInstance(waiting.forAny(events));
        while (!round.isEmpty()) {
            Collection<List<Wait>> moves = round.values();
            engine.together(context -> moves.forEach(waits -> move(context, waits)));
            round = next(round, events);
        }
    }

    private static Map<String, List<Wait>> earliestByInstance(List<Wait> waits) {
        Map<String, List<Wait>> earliest = new HashMap<>();
        for (Wait wait : waits) {
            List<Wait> known = earliest.computeIfAbsent(wait.instance(), instance -> new ArrayList<>());
            if (known.isEmpty() || known.get(0).place() == wait.place()) {
                known.add(wait);
            }
        }
        return earliest;
    }

    /** Only walks that have just moved can wait for something new, and only for what came after. */
    private Map<String, List<Wait>> next(Map<String, List<Wait>> moved, SortedMap<Integer, Event> events) {
        Map<String, Integer> takenByCustomer = new HashMap<>();
        moved.values().stream()
                .map(waits -> waits.get(0))
                .forEach(wait -> takenByCustomer.merge(wait.customer(), wait.place(), Math::min));
        SortedMap<Integer, Event> later = new TreeMap<>(events);
        later.entrySet()
                .removeIf(event -> event.getKey()
                        <= takenByCustomer.getOrDefault(event.getValue().customerId(), Integer.MAX_VALUE));
        if (later.isEmpty()) {
            return Map.of();
        }
        return earliestByInstance(waiting.forAny(later).stream()
                .filter(wait -> moved.containsKey(wait.instance())
                        && wait.place() > moved.get(wait.instance()).get(0).place())
                .toList());
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
