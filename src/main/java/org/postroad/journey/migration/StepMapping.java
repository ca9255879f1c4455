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

/** Maps each wait state of the old version to one of the new: as requested, or else to the same step if it still exists. */
final class StepMapping {

    private final List<WaitState> oldStates;
    private final Map<String, WaitState> newStates;
    private final Map<String, String> targets;

    /**
     * Adds the implicit targets to the requested ones.
     *
     * @param requested targets by step
     * @throws BadInput if it names steps of the old version that do not exist
     */
    StepMapping(List<WaitState> oldStates, List<WaitState> newStates, Map<String, String> requested) {
        this.oldStates = oldStates;
        this.newStates = byStep(newStates);
        requireSteps("steps", requested.keySet());
        this.targets = new HashMap<>(requested);
        oldStates.stream()
                .filter(waitState -> !targets.containsKey(waitState.step()))
                .filter(waitState ->
                        find(waitState.step()).filter(waitState::isSameAs).isPresent())
                .forEach(waitState -> targets.put(waitState.step(), waitState.step()));
    }

    Map<String, String> targets() {
        return Map.copyOf(targets);
    }

    /** @throws BadInput if one of these is not a wait state of the old version */
    void requireSteps(String field, Set<String> steps) {
        Map<String, WaitState> known = byStep(oldStates);
        steps.stream().filter(step -> !known.containsKey(step)).findFirst().ifPresent(step -> {
            throw new BadInput(field + "." + step + ": nobody can wait at this step of the old version; people can at "
                    + String.join(", ", known.keySet().stream().sorted().toList()));
        });
    }

    /** The steps of the old version with a timer. */
    Stream<String> timed() {
        return oldStates.stream().filter(WaitState::timed).map(WaitState::step);
    }

    /** The steps where enrolments can wait, with their targets. */
    List<PlannedStep> steps() {
        return oldStates.stream()
                .filter(waitState -> !waitState.trigger())
                .map(waitState -> new PlannedStep(
                        waitState.step(),
                        waitState.name(),
                        waitState.kind(),
                        waitState.people(),
                        targets.get(waitState.step()),
                        possibleTargets(waitState)))
                .toList();
    }

    /** Missing and impossible targets, a sentence for each step. */
    List<String> objections() {
        return oldStates.stream()
                .filter(waitState -> !waitState.trigger() || targets.containsKey(waitState.step()))
                .flatMap(waitState -> objection(waitState, targets.get(waitState.step())).stream())
                .toList();
    }

    private Optional<String> objection(WaitState waitState, @Nullable String target) {
        if (target == null) {
            return Optional.of(description(waitState) + ", which the new version does not have. " + advice(waitState));
        }
        return possibleTargets(waitState).contains(target)
                ? Optional.empty()
                : Optional.of(description(waitState) + ", and cannot go to '" + target + "'. " + advice(waitState));
    }

    private static String description(WaitState waitState) {
        return (waitState.people() == 1 ? "1 person stands" : waitState.people() + " people stand") + " at '"
                + waitState.step() + "' (" + waitState.kind() + ")";
    }

    private String advice(WaitState waitState) {
        return possibleTargets(waitState).stream()
                .map(target -> "\"" + waitState.step() + "\": \"" + target + "\"")
                .collect(Collectors.joining(" or ", "Write under steps ", "."));
    }

    /** The steps that can be its target, the same kind first, and exit. */
    private List<String> possibleTargets(WaitState waitState) {
        Stream<String> steps = newStates.values().stream()
                .filter(waitState::canMapTo)
                .sorted(Comparator.<WaitState, Boolean>comparing(
                                other -> !other.kind().equals(waitState.kind()))
                        .thenComparing(WaitState::step))
                .map(WaitState::step);
        return Stream.concat(steps, waitState.trigger() ? Stream.empty() : Stream.of(MigrationInstructions.EXIT))
                .toList();
    }

    private Optional<WaitState> find(String step) {
        return Optional.ofNullable(newStates.get(step));
    }

    private static Map<String, WaitState> byStep(Collection<WaitState> waitStates) {
        return waitStates.stream().collect(Collectors.toMap(WaitState::step, Function.identity()));
    }
}
