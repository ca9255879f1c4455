package org.postroad.journey.migration;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.migration.MigrationPlan.PlannedStep;
import org.postroad.json.BadInput;

/** Where people go from each place of the old version: as written, or to what is the same place still. */
final class Mapping {

    private final List<Place> old;
    private final Map<String, Place> now;
    private final Map<String, String> goals;

    /**
     * @param written by step
     * @throws BadInput if it speaks of steps that do not exist
     */
    Mapping(List<Place> old, List<Place> now, Map<String, String> written) {
        this.old = old;
        this.now = byStep(now);
        requireSteps("steps", written.keySet());
        this.goals = new HashMap<>(written);
        old.stream()
                .filter(place -> !goals.containsKey(place.step()))
                .filter(place -> find(place.step()).filter(place::isStill).isPresent())
                .forEach(place -> goals.put(place.step(), place.step()));
    }

    Map<String, String> goals() {
        return Map.copyOf(goals);
    }

    /** @throws BadInput if nobody can stand at one of these steps */
    void requireSteps(String field, Set<String> steps) {
        Map<String, Place> known = byStep(old);
        steps.stream().filter(step -> !known.containsKey(step)).findFirst().ifPresent(step -> {
            throw new BadInput(
                    field + "." + step + ": nobody can stand at such a step in the old version; people can at "
                            + String.join(", ", known.keySet().stream().sorted().toList()));
        });
    }

    /** The steps with a timer. */
    Stream<String> timed() {
        return old.stream().filter(Place::timed).map(Place::step);
    }

    /** Where people stand, and where they go. */
    List<PlannedStep> steps() {
        return old.stream()
                .filter(place -> !place.trigger())
                .map(place -> new PlannedStep(
                        place.step(),
                        place.name(),
                        place.kind(),
                        place.people(),
                        goals.get(place.step()),
                        couldBe(place)))
                .toList();
    }

    /** What is open or impossible, a sentence for each step. */
    List<String> objections() {
        return old.stream()
                .filter(place -> !place.trigger() || goals.containsKey(place.step()))
                .flatMap(place -> objection(place, goals.get(place.step())).stream())
                .toList();
    }

    private Optional<String> objection(Place place, @Nullable String goal) {
        if (goal == null) {
            return Optional.of(who(place) + ", which the new version does not have. " + advice(place));
        }
        return couldBe(place).contains(goal)
                ? Optional.empty()
                : Optional.of(who(place) + ", and cannot go to '" + goal + "'. " + advice(place));
    }

    private static String who(Place place) {
        return (place.people() == 1 ? "1 person stands" : place.people() + " people stand") + " at '" + place.step()
                + "' (" + place.kind() + ")";
    }

    private String advice(Place place) {
        return couldBe(place).stream()
                .map(goal -> "\"" + place.step() + "\": \"" + goal + "\"")
                .collect(Collectors.joining(" or ", "Write under steps ", "."));
    }

    /** What can be written for a place, the same kind first. */
    private List<String> couldBe(Place place) {
        Stream<String> steps = now.values().stream()
                .filter(place::canBecome)
                .sorted(Comparator.<Place, Boolean>comparing(
                                other -> !other.kind().equals(place.kind()))
                        .thenComparing(Place::step))
                .map(Place::step);
        return Stream.concat(steps, place.trigger() ? Stream.empty() : Stream.of(Route.EXIT))
                .toList();
    }

    private Optional<Place> find(String step) {
        return Optional.ofNullable(now.get(step));
    }

    private static Map<String, Place> byStep(Collection<Place> places) {
        return places.stream().collect(Collectors.toMap(Place::step, Function.identity()));
    }
}
