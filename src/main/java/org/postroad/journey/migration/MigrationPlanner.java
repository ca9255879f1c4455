package org.postroad.journey.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.JourneyVersion;
import org.postroad.journey.migration.MigrationPreview.PlannedTimer;
import org.postroad.json.BadInput;
import org.springframework.stereotype.Component;

/** Turns a request into migration instructions, and previews their effects and objections. */
@Component
final class MigrationPlanner {

    private final JourneyEngine engine;
    private final MigrationEngine migrationEngine;
    private final MigrationDryRun migrationDryRun;

    MigrationPlanner(JourneyEngine engine, MigrationEngine migrationEngine, MigrationDryRun migrationDryRun) {
        this.engine = engine;
        this.migrationEngine = migrationEngine;
        this.migrationDryRun = migrationDryRun;
    }

    /** The preview of a migration, and its instructions, which are valid only without objections. */
    record PlannedMigration(MigrationPreview preview, MigrationInstructions instructions) {}

    /** @throws BadInput if the request names versions or steps that do not exist */
    PlannedMigration plan(String journey, MigrationRequest request) {
        requireVersions(journey, request);
        StepMapping stepMapping = new StepMapping(
                migrationEngine.waitStates(journey, request.from()),
                migrationEngine.waitStates(journey, request.to()),
                request.steps());
        MigrationInstructions instructions = new MigrationInstructions(
                journey, request.from(), request.to(), stepMapping.targets(), recalculated(stepMapping, request));
        List<String> objections = new ArrayList<>(stepMapping.objections());
        if (objections.isEmpty()) {
            objections.addAll(migrationEngine.objections(instructions));
        }
        List<PlannedTimer> timers = timers(instructions, objections);
        return new PlannedMigration(
                new MigrationPreview(
                        journey,
                        request.from(),
                        request.to(),
                        people(journey, request.from()),
                        stepMapping.steps(),
                        timers,
                        objections),
                instructions);
    }

    private void requireVersions(String journey, MigrationRequest request) {
        List<Integer> versions =
                engine.versions(journey).stream().map(JourneyVersion::version).toList();
        Stream.of(request.from(), request.to())
                .filter(version -> !versions.contains(version))
                .findFirst()
                .ifPresent(version -> {
                    throw new BadInput("Journey '" + journey + "' has no version " + version + "; it has "
                            + versions.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")));
                });
        if (request.from() == request.to()) {
            throw new BadInput("from and to are both " + request.to() + "; give two versions");
        }
    }

    private static Set<String> recalculated(StepMapping stepMapping, MigrationRequest request) {
        stepMapping.requireSteps("timers", request.recalculate().keySet());
        return stepMapping
                .timed()
                .filter(step -> request.recalculate().getOrDefault(step, request.recalculateAll()))
                .collect(Collectors.toSet());
    }

    private List<PlannedTimer> timers(MigrationInstructions instructions, List<String> objections) {
        if (objections.isEmpty()) {
            try {
                return migrationDryRun.trialTimers(instructions);
            } catch (EnrolmentMigrationException e) {
                objections.add(e.toString());
            }
        }
        return migrationDryRun.estimateTimers(instructions);
    }

    private long people(String journey, int version) {
        return engine.versions(journey).stream()
                .filter(each -> each.version() == version)
                .mapToLong(JourneyVersion::people)
                .sum();
    }
}
