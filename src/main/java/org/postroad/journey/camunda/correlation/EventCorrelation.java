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

/** Moves the tokens that wait for events. */
@Component
public class EventCorrelation {

    private final EventSubscriptions eventSubscriptions;
    private final MissedEvents missed;
    private final EventLog events;
    private final WaitConditions conditions;
    private final EngineCommands engine;

    EventCorrelation(
            EventSubscriptions eventSubscriptions,
            MissedEvents missed,
            EventLog events,
            WaitConditions conditions,
            EngineCommands engine) {
        this.eventSubscriptions = eventSubscriptions;
        this.missed = missed;
        this.events = events;
        this.conditions = conditions;
        this.engine = engine;
    }

    public void deliver(List<Event> events) {
        Map<String, Event> byId = events.stream().collect(Collectors.toMap(Event::id, event -> event));
        SubscriptionMatches subscriptionMatches = eventSubscriptions.forAny(events);
        missed.note(subscriptionMatches.onTheWay());
        Collection<List<MatchedSubscription>> walks = subscriptionMatches.waits().stream()
                .collect(Collectors.groupingBy(MatchedSubscription::instance, LinkedHashMap::new, Collectors.toList()))
                .values();
        if (!walks.isEmpty()) {
            engine.executeHoldingShards(context -> walks.forEach(waits -> move(
                    context, waits, Objects.requireNonNull(byId.get(waits.get(0).eventId())))));
        }
    }

    /**
     * Moves each walk by the first event that it missed and waits for.
     *
     * @param missed in the order of the events
     * @return the sequence number of that event, by process instance; without those who go on waiting
     */
    Map<String, Long> catchUp(List<MissedWait> missed) {
        Map<String, Long> movedBy = new HashMap<>();
        if (!missed.isEmpty()) {
            Collection<List<MissedWait>> chances = missed.stream()
                    .collect(Collectors.groupingBy(
                            one -> List.of(one.where().instance(), one.seq()), LinkedHashMap::new, Collectors.toList()))
                    .values();
            engine.executeHoldingShards(context -> chances.forEach(chance -> take(context, chance, movedBy)));
        }
        return movedBy;
    }

    private void take(CommandContext context, List<MissedWait> chance, Map<String, Long> movedBy) {
        MissedWait first = chance.get(0);
        Optional<Event> event = events.find(first.where().eventId());
        if (event.isPresent()
                && !movedBy.containsKey(first.where().instance())
                && move(context, chance.stream().map(MissedWait::where).toList(), event.get())) {
            movedBy.put(first.where().instance(), first.seq());
        }
    }

    /** An event that came while a walk was on the way to this wait. */
    record MissedWait(long seq, MatchedSubscription where) {}

    /**
     * Inside an engine command, moves a walk, if the event is one that it waits for.
     *
     * @param waits of one walk, all for the type of this event
     * @return whether it went on
     */
    private boolean move(CommandContext context, List<MatchedSubscription> waits, Event event) {
        List<MatchedSubscription> meant = waits.stream()
                .filter(matchedSubscription -> subscription(context, matchedSubscription)
                        .filter(found -> conditions.hold(found, event))
                        .isPresent())
                .toList();
        innermost(context, meant).forEach(matchedSubscription -> signal(context, matchedSubscription));
        return !meant.isEmpty();
    }

    /** One that the event itself has just removed no longer counts. */
    private static void signal(CommandContext context, MatchedSubscription matchedSubscription) {
        subscription(context, matchedSubscription).ifPresent(subscription -> subscription.eventReceived(null, false));
    }

    private static Optional<EventSubscriptionEntity> subscription(
            CommandContext context, MatchedSubscription matchedSubscription) {
        return Optional.ofNullable(context.getEventSubscriptionManager()
                        .findEventSubscriptionById(matchedSubscription.subscription()))
                .filter(subscription -> !context.getDbEntityManager().isDeleted(subscription));
    }

    /** A wait inside a frame takes an event before the frame's own event sub-process does. */
    private static List<MatchedSubscription> innermost(CommandContext context, List<MatchedSubscription> waits) {
        if (waits.size() <= 1) {
            return waits;
        }
        List<ScopeImpl> frames = waits.stream()
                .map(matchedSubscription -> frame(context, matchedSubscription))
                .toList();
        return waits.stream()
                .filter(matchedSubscription ->
                        frames.stream().noneMatch(other -> isAround(frame(context, matchedSubscription), other)))
                .toList();
    }

    private static ScopeImpl frame(CommandContext context, MatchedSubscription matchedSubscription) {
        ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(matchedSubscription.definition());
        return definition.findActivity(matchedSubscription.activity()).getEventScope();
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
