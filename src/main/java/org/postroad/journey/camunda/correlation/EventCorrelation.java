package org.postroad.journey.camunda.correlation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.postroad.event.Event;
import org.postroad.event.EventLog;
import org.postroad.event.shard.Isolation;
import org.postroad.journey.camunda.correlation.EventSubscriptions.MatchedSubscription;
import org.postroad.journey.camunda.correlation.EventSubscriptions.SubscriptionMatches;
import org.postroad.journey.camunda.retry.RetriedWork;
import org.postroad.journey.camunda.retry.RetryJobs;
import org.postroad.journey.camunda.session.EngineCommands;
import org.postroad.journey.camunda.session.EnrolmentSession;
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
    private final Isolation isolation;

    EventCorrelation(
            EventSubscriptions subscriptions,
            MissedEvents missedEvents,
            EventLog events,
            WaitConditions conditions,
            EngineCommands engine,
            Isolation isolation) {
        this.subscriptions = subscriptions;
        this.missedEvents = missedEvents;
        this.events = events;
        this.conditions = conditions;
        this.engine = engine;
        this.isolation = isolation;
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
        if (isolation.isActive()) {
            waitsByInstance.forEach(waits -> correlateIsolated(waits, eventOf(waits, byId)));
        } else if (!waitsByInstance.isEmpty()) {
            engine.executeHoldingShards(
                    context -> waitsByInstance.forEach(waits -> correlate(context, waits, eventOf(waits, byId))));
        }
    }

    private static Event eventOf(List<MatchedSubscription> waits, Map<String, Event> byId) {
        return Objects.requireNonNull(byId.get(waits.get(0).eventId()));
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
            if (isolation.isActive()) {
                byInstanceAndEvent.forEach(waits -> catchUp(waits, movedBy, this::correlateIsolated));
            } else {
                engine.executeHoldingShards(context -> byInstanceAndEvent.forEach(waits ->
                        catchUp(waits, movedBy, (subscriptions, event) -> correlate(context, subscriptions, event))));
            }
        }
        return movedBy;
    }

    private void catchUp(
            List<MissedWait> waits,
            Map<String, Long> movedBy,
            BiPredicate<List<MatchedSubscription>, Event> correlation) {
        MissedWait first = waits.get(0);
        Optional<Event> event = events.find(first.match().eventId());
        if (event.isPresent()
                && !movedBy.containsKey(first.match().instance())
                && correlation.test(waits.stream().map(MissedWait::match).toList(), event.get())) {
            movedBy.put(first.match().instance(), first.seq());
        }
    }

    /** An event that came before its token arrived at this wait. */
    record MissedWait(long seq, MatchedSubscription match) {}

    /**
     * After a failure, each token in a command and a savepoint of its own. A token that cannot move is left to a job.
     *
     * @return whether any token moved, or will be moved by a job
     */
    private boolean correlateIsolated(List<MatchedSubscription> waits, Event event) {
        List<MatchedSubscription> concerned = new ArrayList<>();
        engine.executeHoldingShards(context -> concerned.addAll(concerned(context, waits, event)));
        concerned.forEach(wait -> isolation
                .attempt(() -> engine.executeHoldingShards(context -> signal(context, wait)))
                .ifPresent(failure -> engine.executeHoldingShards(context -> retryLater(context, wait, failure))));
        return !concerned.isEmpty();
    }

    private static void retryLater(CommandContext context, MatchedSubscription wait, Throwable failure) {
        find(context, wait)
                .ifPresent(subscription -> RetryJobs.schedule(
                        subscription.getExecution(),
                        RetriedWork.Kind.EVENT,
                        new PendingEvent(wait.subscription(), wait.eventId()).toString(),
                        failure));
    }

    /** Inside a job of the engine: moves a token by an event that could not move it before, if its condition still holds. */
    void retry(PendingEvent pending) {
        CommandContext context = Context.getCommandContext();
        find(context, pending.subscription()).ifPresent(wait -> {
            if (events.find(pending.eventId())
                    .filter(event -> conditions.hold(wait, event))
                    .isPresent()) {
                wait.eventReceived(null, false);
            } else {
                EnrolmentSession.current().waitsOn(wait);
            }
        });
    }

    /**
     * Inside an engine command, moves the tokens of one instance whose conditions hold.
     *
     * @param waits of one instance, all for the type of this event
     * @return whether any token moved
     */
    private boolean correlate(CommandContext context, List<MatchedSubscription> waits, Event event) {
        List<MatchedSubscription> concerned = concerned(context, waits, event);
        concerned.forEach(wait -> signal(context, wait));
        return !concerned.isEmpty();
    }

    /** The waits whose conditions hold, without those around another one. */
    private List<MatchedSubscription> concerned(CommandContext context, List<MatchedSubscription> waits, Event event) {
        return innermost(
                context,
                waits.stream()
                        .filter(wait -> find(context, wait)
                                .filter(subscription -> conditions.hold(subscription, event))
                                .isPresent())
                        .toList());
    }

    /** Skips a subscription that the event has just removed by moving another token. */
    private static void signal(CommandContext context, MatchedSubscription wait) {
        find(context, wait).ifPresent(subscription -> subscription.eventReceived(null, false));
    }

    private static Optional<EventSubscriptionEntity> find(CommandContext context, MatchedSubscription wait) {
        return find(context, wait.subscription());
    }

    private static Optional<EventSubscriptionEntity> find(CommandContext context, String id) {
        return Optional.ofNullable(context.getEventSubscriptionManager().findEventSubscriptionById(id))
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
