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
import org.postroad.journey.migration.MigrationEngine.EnrolmentTimer;
import org.postroad.journey.migration.MigrationEngine.TimerSpan;
import org.postroad.journey.migration.MigrationPreview.PlannedTimer;
import org.postroad.journey.migration.MigrationPreview.TimerAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves a few of the people and takes it back: so the engine itself says what it would do to them and to their timers. */
@Component
final class MigrationDryRun {

    /** Whoever is moved may be moved by an event or a timer at the same moment. */
    private static final int MOST_TRIES = 5;

    private final MigrationEngine engine;
    private final TransactionTemplate transaction;

    MigrationDryRun(MigrationEngine engine, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(60); // seconds
    }

    /** What becomes of the timers that run, as far as can be said while a step is open. */
    List<PlannedTimer> estimateTimers(MigrationInstructions migrationInstructions) {
        return planned(migrationInstructions, span -> Optional.empty());
    }

    /**
     * What becomes of the timers that run, as those say who were moved.
     *
     * @throws EnrolmentMigrationException if one of them cannot be moved
     */
    List<PlannedTimer> trialTimers(MigrationInstructions migrationInstructions) {
        List<UUID> some = engine.sample(migrationInstructions.journey(), migrationInstructions.from());
        Map<UUID, Set<String>> before = engine.timersOf(some).stream()
                .collect(Collectors.groupingBy(
                        EnrolmentTimer::enrolmentId, Collectors.mapping(EnrolmentTimer::step, Collectors.toSet())));
        Map<UUID, List<EnrolmentTimer>> after = moved(migrationInstructions, some, 1);
        return planned(
                migrationInstructions,
                step -> then(
                        migrationInstructions.targetOf(step),
                        after.entrySet().stream()
                                .filter(walk -> before.getOrDefault(walk.getKey(), Set.of())
                                        .contains(step))
                                .map(Map.Entry::getValue)
                                .toList()));
    }

    /** By walk, the timers of those who were moved. */
    private Map<UUID, List<EnrolmentTimer>> moved(
            MigrationInstructions migrationInstructions, List<UUID> some, int attempt) {
        try {
            return transaction.execute(status -> {
                status.setRollbackOnly();
                Set<UUID> moved = engine.migrate(migrationInstructions, some).keySet();
                Map<UUID, List<EnrolmentTimer>> timers =
                        engine.timersOf(moved).stream().collect(Collectors.groupingBy(EnrolmentTimer::enrolmentId));
                return moved.stream()
                        .collect(Collectors.toMap(walk -> walk, walk -> timers.getOrDefault(walk, List.of())));
            });
        } catch (RuntimeException failure) {
            if (failure instanceof EnrolmentMigrationException
                    || attempt == MOST_TRIES) { // the others may just have moved on
                throw failure;
            }
            return moved(migrationInstructions, some, attempt + 1);
        }
    }

    private static Optional<List<Instant>> then(String goal, List<List<EnrolmentTimer>> moved) {
        return moved.isEmpty()
                ? Optional.empty()
                : Optional.of(moved.stream()
                        .flatMap(List::stream)
                        .filter(timer -> timer.step().equals(goal))
                        .map(EnrolmentTimer::due)
                        .sorted()
                        .toList());
    }

    private interface DueDatesAfter {
        /** The due dates of a step's timers, in order; empty if nobody was moved. */
        Optional<List<Instant>> of(String step);
    }

    private List<PlannedTimer> planned(MigrationInstructions migrationInstructions, DueDatesAfter dueDatesAfter) {
        return engine.timers(migrationInstructions.journey(), migrationInstructions.from()).stream()
                .sorted(Comparator.comparing(TimerSpan::step))
                .map(span -> planned(migrationInstructions, span, dueDatesAfter.of(span.step())))
                .toList();
    }

    private static PlannedTimer planned(
            MigrationInstructions migrationInstructions, TimerSpan now, Optional<List<Instant>> then) {
        boolean ends = then.map(List::isEmpty).orElse(!migrationInstructions.continuesFrom(now.step()));
        boolean anew = migrationInstructions.recalculated().contains(now.step());
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
