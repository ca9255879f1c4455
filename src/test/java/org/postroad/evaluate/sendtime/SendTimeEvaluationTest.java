package org.postroad.evaluate.sendtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.shop.world.AssortmentReader;
import org.postroad.shop.world.GeneratedPopulation;
import org.postroad.shop.world.SimulatedPerson;

class SendTimeEvaluationTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final Finding found = new SendTimeEvaluation(700).run(new EvaluationData(Path.of("nothing-is-read")));

    @Test
    void capturesMoreThanTheRulesAlsoIfMachinesOpen() {
        assertThat(figure("captured")).isGreaterThan(0.8).isLessThan(1);
        assertThat(figure("captured")).isGreaterThan(1.15 * rule("modal hour"));
        assertThat(figure("captured, machines open")).isGreaterThan(rule("global best hour, machines open"));
        assertThat(rule("modal hour")).isGreaterThan(0.5);
    }

    @Test
    void theTruthIsBestShortlyBeforeThePersonLooks() {
        SimulatedPerson person = new GeneratedPopulation(
                        1, NOW, 1, new AssortmentReader("https://shop.example/images").assortment())
                .people()
                .get(0);
        ClickTruth truth = new ClickTruth(person, NOW);
        int usual = (int) person.rhythm().mailMinute() / 60;

        assertThat(List.of(truth.atHour(usual - 1), truth.atHour(usual)))
                .anyMatch(probability -> probability > 0.95 * truth.best());
        assertThat(truth.atHour((usual + 2) % 24)).isLessThan(0.85 * truth.best());
        assertThat(truth.mean()).isBetween(0.5 * truth.best(), truth.best());
    }

    private double figure(String name) {
        return Objects.requireNonNull(found.figure().get(name));
    }

    private double rule(String name) {
        return Objects.requireNonNull(found.rule().get(name));
    }
}
