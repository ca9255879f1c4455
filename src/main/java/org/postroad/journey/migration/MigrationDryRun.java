package org.postroad.journey.migration;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.migration.MigrationEngine.EnrolmentTimer;
import org.postroad.journey.migration.MigrationEngine.TimerSpan;
import org.postroad.journey.migration.MigrationPreview.PlannedTimer;
import org.postroad.journey.migration.MigrationPreview.TimerAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Migrates a sample of enrolments and rolls back, so that the engine itself shows what it would do to their timers. */
@Component
final class MigrationDryRun {

    /** An event or a timer may move an enrolment of the sample at the same moment. */
    private static final int MAX_ATTEMPTS = 5;

    private final MigrationEngine engine;
    private final TransactionTemplate transaction;

    MigrationDryRun(MigrationEngine engine, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setTimeout(60); // seconds
    }

    /** The running timers and what happens to them, without new due dates: for instructions that are not complete yet. */
    List<PlannedTimer> estimateTimers(MigrationInstructions instructions) {
        return planned(instructions, span -> Optional.empty());
    }

    /**
     * The running timers and what happens to them, as the migrated sample shows.
     *
     * @throws EnrolmentMigrationException if an enrolment of the sample cannot be migrated
     */
    List<PlannedTimer> trialTimers(MigrationInstructions instructions) {
        List<UUID> sample = engine.sample(instructions.journey(), instructions.from());
        Map<UUID, Set<String>> before = engine.timersOf(sample).stream()
                .collect(Collectors.groupingBy(
                        EnrolmentTimer::enrolmentId, Collectors.mapping(EnrolmentTimer::step, Collectors.toSet())));
        Map<UUID, List<EnrolmentTimer>> after = migrated(instructions, sample, 1);
        return planned(
                instructions,
                step -> dueDates(
                        instructions.targetOf(step),
                        after.entrySet().stream()
                                .filter(timers -> before.getOrDefault(timers.getKey(), Set.of())
                                        .contains(step))
                                .map(Map.Entry::getValue)
                                .toList()));
    }

    /** The timers of the migrated enrolments, by enrolment id. */
    private Map<UUID, List<EnrolmentTimer>> migrated(
            MigrationInstructions instructions, List<UUID> sample, int attempt) {
        try {
            return transaction.execute(status -> {
                status.setRollbackOnly();
                Set<UUID> migrated = engine.migrate(instructions, sample).keySet();
                Map<UUID, List<EnrolmentTimer>> timers =
                        engine.timersOf(migrated).stream().collect(Collectors.groupingBy(EnrolmentTimer::enrolmentId));
                return migrated.stream().collect(Collectors.toMap(id -> id, id -> timers.getOrDefault(id, List.of())));
            });
        } catch (RuntimeException failure) {
            if (failure instanceof EnrolmentMigrationException
                    || attempt == MAX_ATTEMPTS) { // any other failure may be a conflict
                throw failure;
            }
            return migrated(instructions, sample, attempt + 1);
        }
    }

    private static Optional<List<Instant>> dueDates(String target, List<List<EnrolmentTimer>> migrated) {
        return migrated.isEmpty()
                ? Optional.empty()
                : Optional.of(migrated.stream()
                        .flatMap(List::stream)
                        .filter(timer -> timer.step().equals(target))
                        .map(EnrolmentTimer::due)
                        .sorted()
                        .toList());
    }

    /** @param newDueDates the sorted due dates of a step's timers after the migration; empty if unknown */
    private List<PlannedTimer> planned(
            MigrationInstructions instructions, Function<String, Optional<List<Instant>>> newDueDates) {
        return engine.timers(instructions.journey(), instructions.from()).stream()
                .sorted(Comparator.comparing(TimerSpan::step))
                .map(span -> planned(instructions, span, newDueDates.apply(span.step())))
                .toList();
    }

    private static PlannedTimer planned(
            MigrationInstructions instructions, TimerSpan timers, Optional<List<Instant>> newDueDates) {
        boolean ends = newDueDates.map(List::isEmpty).orElse(!instructions.continuesFrom(timers.step()));
        boolean recalculated = instructions.recalculated().contains(timers.step());
        return new PlannedTimer(
                timers.step(),
                ends ? TimerAction.FALLS_AWAY : recalculated ? TimerAction.RECALCULATED : TimerAction.KEEPS,
                timers.people(),
                timers.earliest(),
                timers.latest(),
                newDueDates.flatMap(due -> due.stream().findFirst()).orElse(null),
                last(newDueDates));
    }

    private static @Nullable Instant last(Optional<List<Instant>> dueDates) {
        return dueDates.filter(due -> !due.isEmpty())
                .map(due -> due.get(due.size() - 1))
                .orElse(null);
    }
}
