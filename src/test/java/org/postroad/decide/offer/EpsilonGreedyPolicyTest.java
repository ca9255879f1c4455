package org.postroad.decide.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpsilonGreedyPolicyTest {

    private static final OfferCandidate BEST = option();
    private static final OfferCandidate OTHER = option();

    @Test
    void exploresAsOftenAsItSaysWithTheProbabilityThatItRecords() {
        Map<OfferCandidate, List<ChosenAction>> choices = IntStream.range(0, 20_000)
                .mapToObj(i -> choose(0.2, "customer-" + i))
                .collect(Collectors.groupingBy(ChosenAction::option));
        assertThat(choices.getOrDefault(OTHER, List.of()).size() / 20_000.0).isCloseTo(0.1, within(0.01));
        assertThat(choices.getOrDefault(OTHER, List.of())).allSatisfy(chosenAction -> {
            assertThat(chosenAction.propensity()).isCloseTo(0.1, within(1e-9));
            assertThat(chosenAction.chosenBy()).isEqualTo("exploration");
        });
        assertThat(choices.getOrDefault(BEST, List.of()))
                .allSatisfy(
                        chosenAction -> assertThat(chosenAction.propensity()).isCloseTo(0.9, within(1e-9)));
    }

    @Test
    void choosesTheSameForTheSameSeed() {
        assertThat(choose(0.5, "anne").option()).isSameAs(choose(0.5, "anne").option());
    }

    @Test
    void neverExploresWhenToldNotTo() {
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> choose(0, "customer-" + i)))
                .allSatisfy(chosenAction -> assertThat(chosenAction.option()).isSameAs(BEST));
    }

    private static ChosenAction choose(double exploration, String seed) {
        return new EpsilonGreedyPolicy(exploration).choose(List.of(BEST, OTHER), BEST, "model", "It is best.", seed);
    }

    private static OfferCandidate option() {
        return new OfferCandidate(Optional.empty(), new float[0], null, null);
    }
}
