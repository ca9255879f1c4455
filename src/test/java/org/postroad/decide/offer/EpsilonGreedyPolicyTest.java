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

    private static final OfferCandidate BEST = candidate();
    private static final OfferCandidate OTHER = candidate();

    @Test
    void exploresWithTheRecordedPropensity() {
        Map<OfferCandidate, List<ChosenAction>> choices = IntStream.range(0, 20_000)
                .mapToObj(i -> choose(0.2, "customer-" + i))
                .collect(Collectors.groupingBy(ChosenAction::candidate));
        assertThat(choices.getOrDefault(OTHER, List.of()).size() / 20_000.0).isCloseTo(0.1, within(0.01));
        assertThat(choices.getOrDefault(OTHER, List.of())).allSatisfy(chosen -> {
            assertThat(chosen.propensity()).isCloseTo(0.1, within(1e-9));
            assertThat(chosen.chosenBy()).isEqualTo("exploration");
        });
        assertThat(choices.getOrDefault(BEST, List.of()))
                .allSatisfy(chosen -> assertThat(chosen.propensity()).isCloseTo(0.9, within(1e-9)));
    }

    @Test
    void choosesTheSameForTheSameSeed() {
        assertThat(choose(0.5, "anne").candidate()).isSameAs(choose(0.5, "anne").candidate());
    }

    @Test
    void neverExploresWithEpsilonZero() {
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> choose(0, "customer-" + i)))
                .allSatisfy(chosen -> assertThat(chosen.candidate()).isSameAs(BEST));
    }

    private static ChosenAction choose(double exploration, String seed) {
        return new EpsilonGreedyPolicy(exploration).choose(List.of(BEST, OTHER), BEST, "model", "It is best.", seed);
    }

    private static OfferCandidate candidate() {
        return new OfferCandidate(Optional.empty(), new float[0], null, null);
    }
}
