package org.postroad.journey.migration;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.migration.LiveChange.TimerSpan;
import org.postroad.journey.migration.LiveChange.WalkTimer;
import org.postroad.journey.migration.MigrationPlan.PlannedTimer;
import org.postroad.journey.migration.MigrationPlan.TimerAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves a few of the people and takes it back: so the engine itself says what it would do to them and to their timers. */
@Component
final class Rehearsal {

    /** Whoever is moved may be moved by an event or a timer at the same moment. */
    private static final int MOST_TRIES = 5;

    private final LiveChange engine;
    private final TransactionTemplate transaction;

    Rehearsal(LiveChange engine, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(60); // seconds
    }

    /** What becomes of the timers that run, as far as can be said while a step is open. */
    List<PlannedTimer> foreseen(Route route) {
        return planned(route, span -> Optional.empty());
    }

    /**
     * What becomes of the timers that run, as those say who were moved.
     *
     * @throws Unmovable if one of them cannot be moved
     */
    List<PlannedTimer> rehearsed(Route route) {
        List<UUID> some = engine.sample(route.journey(), route.from());
        Map<UUID, Set<String>> before = engine.timersOf(some).stream()
                .collect(Collectors.groupingBy(
                        WalkTimer::enrolmentId, Collectors.mapping(WalkTimer::step, Collectors.toSet())));
        Map<UUID, List<WalkTimer>> after = moved(route, some, 1);
        return planned(
                route,
                step -> then(
                        route.goalOf(step),
                        after.entrySet().stream()
                                .filter(walk -> before.getOrDefault(walk.getKey(), Set.of())
                                        .contains(step))
                                .map(Map.Entry::getValue)
                                .toList()));
    }

    /** By walk, the timers of those who were moved. */
    private Map<UUID, List<WalkTimer>> moved(Route route, List<UUID> some, int attempt) {
        try {
            return transaction.execute(status -> {
                status.setRollbackOnly();
                Set<UUID> moved = engine.move(route, some).keySet();
                Map<UUID, List<WalkTimer>> timers =
                        engine.timersOf(moved).stream().collect(Collectors.groupingBy(WalkTimer::enrolmentId));
                return moved.stream()
                        .collect(Collectors.toMap(walk -> walk, walk -> timers.getOrDefault(walk, List.of())));
            });
        } catch (RuntimeException failure) {
            if (failure instanceof Unmovable || attempt == MOST_TRIES) { // the others may just have moved on
                throw failure;
            }
            return moved(route, some, attempt + 1);
        }
    }

    private static Optional<List<Instant>> then(String goal, List<List<WalkTimer>> moved) {
        return moved.isEmpty()
                ? Optional.empty()
                : Optional.of(moved.stream()
                        .flatMap(List::stream)
                        .filter(timer -> timer.step().equals(goal))
                        .map(WalkTimer::due)
                        .sorted()
                        .toList());
    }

    private interface Then {
        /** The due dates of a step's timers, in order; empty if nobody was moved. */
        Optional<List<Instant>> of(String step);
    }

    private List<PlannedTimer> planned(Route route, Then then) {
        return engine.timers(route.journey(), route.from()).stream()
                .sorted(Comparator.comparing(TimerSpan::step))
                .map(span -> planned(route, span, then.of(span.step())))
                .toList();
    }

    private static PlannedTimer planned(Route route, TimerSpan now, Optional<List<Instant>> then) {
        boolean ends = then.map(List::isEmpty).orElse(!route.leadsOn(now.step()));
        boolean anew = route.recalculated().contains(now.step());
        return new PlannedTimer(
                now.step(),
                ends ? TimerAction.FALLS_AWAY : anew ? TimerAction.RECALCULATED : TimerAction.KEEPS,
                now.people(),
                now.earliest(),
                now.latest(),
                then.flatMap(due -> due.stream().findFirst()).orElse(null),
                last(then));
    }

    private static @Nullable Instant last(Optional<List<Instant>> then) {
        return then.filter(due -> !due.isEmpty())
                .map(due -> due.get(due.size() - 1))
                .orElse(null);
    }
}
