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
import org.postroad.journey.migration.MigrationPreview.PlannedStep;
import org.postroad.json.BadInput;

/** Where people go from each place of the old version: as written, or to what is the same place still. */
final class StepMapping {

    private final List<WaitState> old;
    private final Map<String, WaitState> now;
    private final Map<String, String> goals;

    /**
     * @param written by step
     * @throws BadInput if it speaks of steps that do not exist
     */
    StepMapping(List<WaitState> old, List<WaitState> now, Map<String, String> written) {
        this.old = old;
        this.now = byStep(now);
        requireSteps("steps", written.keySet());
        this.goals = new HashMap<>(written);
        old.stream()
                .filter(waitState -> !goals.containsKey(waitState.step()))
                .filter(waitState ->
                        find(waitState.step()).filter(waitState::isSameAs).isPresent())
                .forEach(waitState -> goals.put(waitState.step(), waitState.step()));
    }

    Map<String, String> targets() {
        return Map.copyOf(goals);
    }

    /** @throws BadInput if nobody can stand at one of these steps */
    void requireSteps(String field, Set<String> steps) {
        Map<String, WaitState> known = byStep(old);
        steps.stream().filter(step -> !known.containsKey(step)).findFirst().ifPresent(step -> {
            throw new BadInput(
                    field + "." + step + ": nobody can stand at such a step in the old version; people can at "
                            + String.join(", ", known.keySet().stream().sorted().toList()));
        });
    }

    /** The steps with a timer. */
    Stream<String> timed() {
        return old.stream().filter(WaitState::timed).map(WaitState::step);
    }

    /** Where people stand, and where they go. */
    List<PlannedStep> steps() {
        return old.stream()
                .filter(waitState -> !waitState.trigger())
                .map(waitState -> new PlannedStep(
                        waitState.step(),
                        waitState.name(),
                        waitState.kind(),
                        waitState.people(),
                        goals.get(waitState.step()),
                        couldBe(waitState)))
                .toList();
    }

    /** What is open or impossible, a sentence for each step. */
    List<String> objections() {
        return old.stream()
                .filter(waitState -> !waitState.trigger() || goals.containsKey(waitState.step()))
                .flatMap(waitState -> objection(waitState, goals.get(waitState.step())).stream())
                .toList();
    }

    private Optional<String> objection(WaitState waitState, @Nullable String goal) {
        if (goal == null) {
            return Optional.of(who(waitState) + ", which the new version does not have. " + advice(waitState));
        }
        return couldBe(waitState).contains(goal)
                ? Optional.empty()
                : Optional.of(who(waitState) + ", and cannot go to '" + goal + "'. " + advice(waitState));
    }

    private static String who(WaitState waitState) {
        return (waitState.people() == 1 ? "1 person stands" : waitState.people() + " people stand") + " at '"
                + waitState.step() + "' (" + waitState.kind() + ")";
    }

    private String advice(WaitState waitState) {
        return couldBe(waitState).stream()
                .map(goal -> "\"" + waitState.step() + "\": \"" + goal + "\"")
                .collect(Collectors.joining(" or ", "Write under steps ", "."));
    }

    /** What can be written for a place, the same kind first. */
    private List<String> couldBe(WaitState waitState) {
        Stream<String> steps = now.values().stream()
                .filter(waitState::canMapTo)
                .sorted(Comparator.<WaitState, Boolean>comparing(
                                other -> !other.kind().equals(waitState.kind()))
                        .thenComparing(WaitState::step))
                .map(WaitState::step);
        return Stream.concat(steps, waitState.trigger() ? Stream.empty() : Stream.of(MigrationInstructions.EXIT))
                .toList();
    }

    private Optional<WaitState> find(String step) {
        return Optional.ofNullable(now.get(step));
    }

    private static Map<String, WaitState> byStep(Collection<WaitState> places) {
        return places.stream().collect(Collectors.toMap(WaitState::step, Function.identity()));
    }
}
