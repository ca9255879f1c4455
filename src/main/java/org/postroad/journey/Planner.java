package org.postroad.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.MigrationPlan.PlannedStep;
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

    /** A plan, and the way that it leads if nothing stands against it. */
    record Planned(MigrationPlan plan, Route route) {}

    /**
     * @throws BadInput if it speaks of versions or steps that do not exist
     */
    Planned plan(String journey, MigrationRequest request) {
        requireVersions(journey, request);
        List<Place> old = engine.places(journey, request.from());
        Map<String, Place> now = byStep(engine.places(journey, request.to()));
        requireSteps("steps", request.steps().keySet(), old);
        requireSteps("timers", request.recalculate().keySet(), old);

        Map<String, String> goals = goals(old, now, request);
        Route route = new Route(journey, request.from(), request.to(), goals, recalculated(old, request));
        List<PlannedStep> steps = old.stream()
                .filter(place -> !place.trigger())
                .map(place -> planned(place, goals.get(place.step()), now.values()))
                .toList();
        List<String> objections = new ArrayList<>(objections(old, now, goals));
        if (objections.isEmpty()) {
            objections.addAll(engine.objections(route));
        }
        return new Planned(
                new MigrationPlan(
                        journey,
                        request.from(),
                        request.to(),
                        people(journey, request.from()),
                        steps,
                        rehearsal.timers(route, objections),
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

    private static void requireSteps(String field, Set<String> steps, List<Place> places) {
        Map<String, Place> known = byStep(places);
        steps.stream().filter(step -> !known.containsKey(step)).findFirst().ifPresent(step -> {
            throw new BadInput(
                    field + "." + step + ": nobody can stand at such a step in the old version; people can at "
                            + String.join(", ", known.keySet().stream().sorted().toList()));
        });
    }

    /** What is written, and what keeps its id and kind. */
    private static Map<String, String> goals(List<Place> old, Map<String, Place> now, MigrationRequest request) {
        Map<String, String> goals = new HashMap<>(request.steps());
        old.stream()
                .filter(place -> !goals.containsKey(place.step()))
                .filter(place -> find(now, place.step()).filter(place::isStill).isPresent())
                .forEach(place -> goals.put(place.step(), place.step()));
        return goals;
    }

    private static Set<String> recalculated(List<Place> old, MigrationRequest request) {
        return old.stream()
                .filter(Place::timed)
                .map(Place::step)
                .filter(step -> request.recalculate().getOrDefault(step, request.recalculateAll()))
                .collect(Collectors.toSet());
    }

    private static List<String> objections(List<Place> old, Map<String, Place> now, Map<String, String> goals) {
        return old.stream()
                .filter(place -> !place.trigger() || goals.containsKey(place.step()))
                .flatMap(place -> objection(place, goals.get(place.step()), now).stream())
                .toList();
    }

    private static Optional<String> objection(Place place, @Nullable String goal, Map<String, Place> now) {
        if (goal == null) {
            return Optional.of(who(place) + ", which the new version does not have. " + advice(place, now.values()));
        }
        boolean possible = goal.equals(Route.EXIT) && !place.trigger()
                || find(now, goal).filter(place::canBecome).isPresent();
        return possible
                ? Optional.empty()
                : Optional.of(who(place) + ", and cannot go to '" + goal + "'. " + advice(place, now.values()));
    }

    private static String who(Place place) {
        return (place.people() == 1 ? "1 person stands" : place.people() + " people stand") + " at '" + place.step()
                + "' (" + place.kind() + ")";
    }

    private static String advice(Place place, Collection<Place> now) {
        return couldBe(place, now).stream()
                .map(goal -> "\"" + place.step() + "\": \"" + goal + "\"")
                .collect(Collectors.joining(" or ", "Write under steps ", "."));
    }

    /** The same kind first. */
    private static List<String> couldBe(Place place, Collection<Place> now) {
        Stream<String> steps = now.stream()
                .filter(place::canBecome)
                .sorted(java.util.Comparator.<Place, Boolean>comparing(
                                other -> !other.kind().equals(place.kind()))
                        .thenComparing(Place::step))
                .map(Place::step);
        return Stream.concat(steps, place.trigger() ? Stream.empty() : Stream.of(Route.EXIT))
                .toList();
    }

    private static PlannedStep planned(Place place, @Nullable String goal, Collection<Place> now) {
        return new PlannedStep(place.step(), place.name(), place.kind(), place.people(), goal, couldBe(place, now));
    }

    private long people(String journey, int version) {
        return engine.versions(journey).stream()
                .filter(each -> each.version() == version)
                .mapToLong(JourneyVersion::people)
                .sum();
    }

    private static Map<String, Place> byStep(Collection<Place> places) {
        return places.stream().collect(Collectors.toMap(Place::step, Function.identity()));
    }

    private static Optional<Place> find(Map<String, Place> places, String step) {
        return Optional.ofNullable(places.get(step));
    }
}
