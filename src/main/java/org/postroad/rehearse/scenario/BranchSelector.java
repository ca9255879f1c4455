package org.postroad.rehearse.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.RehearsalEngine;
import org.postroad.journey.template.Split;
import org.postroad.rehearse.scenario.ScenarioRunner.ImpossibleScenario;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Finds a customer id that takes the branches a scenario names: splits draw by a hash of the id. */
@Component
@Conditional(RehearsalMode.class)
class BranchSelector {

    private static final int MOST_TRIES = 100_000;

    private final RehearsalEngine engine;

    BranchSelector(RehearsalEngine engine) {
        this.engine = engine;
    }

    /** The scenario's own id, or that id with a number. */
    String customerIdFor(Scenario scenario, String journey) {
        if (scenario.branches().isEmpty()) {
            return scenario.customerId();
        }
        Map<String, Split> splits = engine.splits(journey);
        scenario.branches().forEach((gateway, flow) -> requireBranch(splits, gateway, flow));
        return ids(scenario.customerId())
                .filter(id -> scenario.branches().entrySet().stream()
                        .allMatch(branch -> takes(id, splits.get(branch.getKey()), journey, branch)))
                .findFirst()
                .orElseThrow(() -> new ImpossibleScenario("no customer goes these branches: " + scenario.branches()));
    }

    private static boolean takes(String id, @Nullable Split split, String journey, Map.Entry<String, String> branch) {
        return split != null && split.branchOf(id, journey, branch.getKey()).equals(branch.getValue());
    }

    private static Stream<String> ids(String id) {
        return Stream.concat(Stream.of(id), IntStream.range(2, MOST_TRIES).mapToObj(number -> id + "-" + number));
    }

    private static void requireBranch(Map<String, Split> splits, String gateway, String flow) {
        boolean known = Optional.ofNullable(splits.get(gateway))
                .filter(split -> split.branches().stream()
                        .anyMatch(branch -> branch.flow().equals(flow)))
                .isPresent();
        if (!known) {
            throw new ImpossibleScenario("there is no split %s with a way %s".formatted(gateway, flow));
        }
    }
}
