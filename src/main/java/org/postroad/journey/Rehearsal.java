package org.postroad.journey;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postroad.journey.LiveChange.TimerSpan;
import org.postroad.journey.LiveChange.WalkTimer;
import org.postroad.journey.MigrationPlan.PlannedTimer;
import org.postroad.journey.MigrationPlan.TimerAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves some of the people and takes it back: the engine itself says what it would do to them and to their timers. */
@Component
final class Rehearsal {

    private final LiveChange engine;
    private final TransactionTemplate transaction;

    Rehearsal(LiveChange engine, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What becomes of the timers that run; what keeps people from being moved is added to the objections. */
    List<PlannedTimer> timers(Route route, List<String> objections) {
        List<TimerSpan> running = engine.timers(route.journey(), route.from());
        List<UUID> some = engine.sample(route.journey(), route.from());
        Map<UUID, Set<String>> before = engine.timersOf(some).stream()
                .collect(Collectors.groupingBy(
                        WalkTimer::enrolmentId, Collectors.mapping(WalkTimer::step, Collectors.toSet())));
        List<WalkTimer> after = objections.isEmpty() ? rehearse(route, some, objections) : List.of();
        return running.stream()
                .sorted(Comparator.comparing(TimerSpan::step))
                .map(span -> planned(route, span, then(route.goalOf(span.step()), span.step(), before, after)))
                .toList();
    }

    private List<WalkTimer> rehearse(Route route, List<UUID> some, List<String> objections) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                engine.move(route, some);
                return engine.timersOf(some);
            } catch (Unmovable e) {
                objections.add(e.toString());
                return List.<WalkTimer>of();
            }
        });
    }

    private static List<Instant> then(
            String goal, String step, Map<UUID, Set<String>> before, Collection<WalkTimer> after) {
        return after.stream()
                .filter(timer -> timer.step().equals(goal))
                .filter(timer ->
                        before.getOrDefault(timer.enrolmentId(), Set.of()).contains(step))
                .map(WalkTimer::due)
                .sorted()
                .toList();
    }

    private static PlannedTimer planned(Route route, TimerSpan now, List<Instant> then) {
        boolean anew = route.recalculated().contains(now.step());
        boolean ends = then.isEmpty();
        return new PlannedTimer(
                now.step(),
                ends ? TimerAction.FALLS_AWAY : anew ? TimerAction.RECALCULATED : TimerAction.KEEPS,
                now.people(),
                now.earliest(),
                now.latest(),
                ends ? null : then.get(0),
                ends ? null : then.get(then.size() - 1));
    }
}
