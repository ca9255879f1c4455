package org.postroad.journey.camunda.correlation;

import org.postroad.journey.camunda.session.MissedEvents;
import org.postroad.journey.camunda.session.EngineCommands;
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
import org.postroad.journey.camunda.correlation.Waiting.Found;
import org.postroad.journey.camunda.correlation.Waiting.Wait;
import org.springframework.stereotype.Component;

/** Moves the tokens that wait for events. */
@Component
public class Correlation {

    private final Waiting waiting;
    private final MissedEvents missed;
    private final EventLog events;
    private final WaitConditions conditions;
    private final EngineCommands engine;

    Correlation(
            Waiting waiting, MissedEvents missed, EventLog events, WaitConditions conditions, EngineCommands engine) {
        this.waiting = waiting;
        this.missed = missed;
        this.events = events;
        this.conditions = conditions;
        this.engine = engine;
    }

    public void deliver(List<Event> events) {
        Map<String, Event> byId = events.stream().collect(Collectors.toMap(Event::id, event -> event));
        Found found = waiting.forAny(events);
        missed.note(found.onTheWay());
        Collection<List<Wait>> walks = found.waits().stream()
                .collect(Collectors.groupingBy(Wait::instance, LinkedHashMap::new, Collectors.toList()))
                .values();
        if (!walks.isEmpty()) {
            engine.together(context -> walks.forEach(waits -> move(
                    context, waits, Objects.requireNonNull(byId.get(waits.get(0).eventId())))));
        }
    }

    /**
     * Moves each walk by the first event that it missed and waits for.
     *
     * @param missed in the order of the events
     * @return the sequence number of that event, by process instance; without those who go on waiting
     */
    Map<String, Long> catchUp(List<Missed> missed) {
        Map<String, Long> movedBy = new HashMap<>();
        if (!missed.isEmpty()) {
            Collection<List<Missed>> chances = missed.stream()
                    .collect(Collectors.groupingBy(
                            one -> List.of(one.where().instance(), one.seq()), LinkedHashMap::new, Collectors.toList()))
                    .values();
            engine.together(context -> chances.forEach(chance -> take(context, chance, movedBy)));
        }
        return movedBy;
    }

    private void take(CommandContext context, List<Missed> chance, Map<String, Long> movedBy) {
        Missed first = chance.get(0);
        Optional<Event> event = events.find(first.where().eventId());
        if (event.isPresent()
                && !movedBy.containsKey(first.where().instance())
                && move(context, chance.stream().map(Missed::where).toList(), event.get())) {
            movedBy.put(first.where().instance(), first.seq());
        }
    }

    /** An event that came while a walk was on the way to this wait. */
    record Missed(long seq, Wait where) {}

    /**
     * Inside an engine command, moves a walk, if the event is one that it waits for.
     *
     * @param waits of one walk, all for the type of this event
     * @return whether it went on
     */
    private boolean move(CommandContext context, List<Wait> waits, Event event) {
        List<Wait> meant = waits.stream()
                .filter(wait -> subscription(context, wait)
                        .filter(found -> conditions.hold(found, event))
                        .isPresent())
                .toList();
        innermost(context, meant).forEach(wait -> goOn(context, wait));
        return !meant.isEmpty();
    }

    /** One that the event itself has just removed no longer counts. */
    private static void goOn(CommandContext context, Wait wait) {
        subscription(context, wait).ifPresent(subscription -> subscription.eventReceived(null, false));
    }

    private static Optional<EventSubscriptionEntity> subscription(CommandContext context, Wait wait) {
        return Optional.ofNullable(context.getEventSubscriptionManager().findEventSubscriptionById(wait.subscription()))
                .filter(subscription -> !context.getDbEntityManager().isDeleted(subscription));
    }

    /** A wait inside a frame takes an event before the frame's own event sub-process does. */
    private static List<Wait> innermost(CommandContext context, List<Wait> waits) {
        if (waits.size() <= 1) {
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
