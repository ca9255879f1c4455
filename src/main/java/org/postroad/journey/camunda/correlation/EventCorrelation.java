package org.postroad.journey.camunda.correlation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.postroad.event.Event;
import org.postroad.event.EventLog;
import org.postroad.journey.camunda.correlation.EventSubscriptions.MatchedSubscription;
import org.postroad.journey.camunda.correlation.EventSubscriptions.SubscriptionMatches;
import org.postroad.journey.camunda.session.EngineCommands;
import org.postroad.journey.camunda.session.MissedEvents;
import org.springframework.stereotype.Component;

/**
 * Moves the tokens that wait for events. The caller holds the shards of the events' customers. An event that finds an
 * enrolment between two steps is stored as missed; {@link LookBackQueue} catches up on it.
 */
@Component
public class EventCorrelation {

    private final EventSubscriptions subscriptions;
    private final MissedEvents missedEvents;
    private final EventLog events;
    private final WaitConditions conditions;
    private final EngineCommands engine;

    EventCorrelation(
            EventSubscriptions subscriptions,
            MissedEvents missedEvents,
            EventLog events,
            WaitConditions conditions,
            EngineCommands engine) {
        this.subscriptions = subscriptions;
        this.missedEvents = missedEvents;
        this.events = events;
        this.conditions = conditions;
        this.engine = engine;
    }

    /**
     * Correlates these events with all tokens that wait for them.
     *
     * @param events at most one of each customer
     */
    public void correlate(List<Event> events) {
        Map<String, Event> byId = events.stream().collect(Collectors.toMap(Event::id, event -> event));
        SubscriptionMatches matches = subscriptions.matching(events);
        missedEvents.insert(matches.missed());
        Collection<List<MatchedSubscription>> waitsByInstance = matches.waits().stream()
                .collect(Collectors.groupingBy(MatchedSubscription::instance, LinkedHashMap::new, Collectors.toList()))
                .values();
        if (!waitsByInstance.isEmpty()) {
            engine.executeHoldingShards(context -> waitsByInstance.forEach(waits -> correlate(
                    context, waits, Objects.requireNonNull(byId.get(waits.get(0).eventId())))));
        }
    }

    /**
     * Correlates each instance with the first event that it missed and waits for.
     *
     * @param missed in the order of the events
     * @return the sequence number of that event, by process instance; without those that go on waiting
     */
    Map<String, Long> catchUp(List<MissedWait> missed) {
        Map<String, Long> movedBy = new HashMap<>();
        if (!missed.isEmpty()) {
            Collection<List<MissedWait>> byInstanceAndEvent = missed.stream()
                    .collect(Collectors.groupingBy(
                            one -> List.of(one.match().instance(), one.seq()), LinkedHashMap::new, Collectors.toList()))
                    .values();
            engine.executeHoldingShards(
                    context -> byInstanceAndEvent.forEach(waits -> catchUp(context, waits, movedBy)));
        }
        return movedBy;
    }

    private void catchUp(CommandContext context, List<MissedWait> waits, Map<String, Long> movedBy) {
        MissedWait first = waits.get(0);
        Optional<Event> event = events.find(first.match().eventId());
        if (event.isPresent()
                && !movedBy.containsKey(first.match().instance())
                && correlate(context, waits.stream().map(MissedWait::match).toList(), event.get())) {
            movedBy.put(first.match().instance(), first.seq());
        }
    }

    /** An event that came before its token arrived at this wait. */
    record MissedWait(long seq, MatchedSubscription match) {}

    /**
     * Inside an engine command, moves the tokens of one instance whose conditions hold.
     *
     * @param waits of one instance, all for the type of this event
     * @return whether any token moved
     */
    private boolean correlate(CommandContext context, List<MatchedSubscription> waits, Event event) {
        List<MatchedSubscription> holding = waits.stream()
                .filter(wait -> find(context, wait)
                        .filter(subscription -> conditions.hold(subscription, event))
                        .isPresent())
                .toList();
        innermost(context, holding).forEach(wait -> signal(context, wait));
        return !holding.isEmpty();
    }

    /** Skips a subscription that the event has just removed by moving another token. */
    private static void signal(CommandContext context, MatchedSubscription wait) {
        find(context, wait).ifPresent(subscription -> subscription.eventReceived(null, false));
    }

    private static Optional<EventSubscriptionEntity> find(CommandContext context, MatchedSubscription wait) {
        return Optional.ofNullable(context.getEventSubscriptionManager().findEventSubscriptionById(wait.subscription()))
                .filter(subscription -> !context.getDbEntityManager().isDeleted(subscription));
    }

    /** A wait inside a sub-process takes an event before the event sub-process or boundary event around it. */
    private static List<MatchedSubscription> innermost(CommandContext context, List<MatchedSubscription> waits) {
        if (waits.size() <= 1) {
            return waits;
        }
        List<ScopeImpl> scopes =
                waits.stream().map(wait -> scopeOf(context, wait)).toList();
        return waits.stream()
                .filter(wait -> scopes.stream().noneMatch(other -> isAround(scopeOf(context, wait), other)))
                .toList();
    }

    private static ScopeImpl scopeOf(CommandContext context, MatchedSubscription wait) {
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
