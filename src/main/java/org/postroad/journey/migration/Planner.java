package org.postroad.journey.migration;

import org.postroad.journey.JourneyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroad.journey.migration.MigrationPlan.PlannedTimer;
import org.postroad.json.BadInput;
import org.springframework.stereotype.Component;

/** Works out which way people go from one version of a journey to another, and what stands against it. */
@Component
final class Planner {

    private final LiveChange engine;
    private final Rehearsal rehearsal;

    Planner(LiveChange engine, Rehearsal rehearsal) {
        this.engine = engine;
        this.rehearsal = rehearsal;
    }

    /** A plan, and the way that people go if nothing stands against it. */
    record Planned(MigrationPlan plan, Route route) {}

    /**
     * @throws BadInput if it speaks of versions or steps that do not exist
     */
    Planned plan(String journey, MigrationRequest request) {
        requireVersions(journey, request);
        Mapping mapping = new Mapping(
                engine.places(journey, request.from()), engine.places(journey, request.to()), request.steps());
        Route route = new Route(journey, request.from(), request.to(), mapping.goals(), recalculated(mapping, request));
        List<String> objections = new ArrayList<>(mapping.objections());
        if (objections.isEmpty()) {
            objections.addAll(engine.objections(route));
        }
        List<PlannedTimer> timers = timers(route, objections);
        return new Planned(
                new MigrationPlan(
                        journey,
                        request.from(),
                        request.to(),
                        people(journey, request.from()),
                        mapping.steps(),
                        timers,
                        objections),
                route);
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

    private static Set<String> recalculated(Mapping mapping, MigrationRequest request) {
        mapping.requireSteps("timers", request.recalculate().keySet());
        return mapping.timed()
                .filter(step -> request.recalculate().getOrDefault(step, request.recalculateAll()))
                .collect(Collectors.toSet());
    }

    private List<PlannedTimer> timers(Route route, List<String> objections) {
        if (objections.isEmpty()) {
            try {
                return rehearsal.rehearsed(route);
            } catch (Unmovable e) {
                objections.add(e.toString());
            }
        }
        return rehearsal.foreseen(route);
    }

    private long people(String journey, int version) {
        return engine.versions(journey).stream()
                .filter(each -> each.version() == version)
                .mapToLong(JourneyVersion::people)
                .sum();
    }
}
