package org.postroad.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.postroad.bench.Rival.Outcome;
import org.postroad.bench.ShopMix.Told;

/**
 * How fast the simulated shop's events enter people into the sixteen stock journeys and move them there, beside the
 * engines that one would begin with otherwise. All are told the same events. Postroad stores them, keeps profiles, finds
 * out who enters what, and composes and posts the mails. The others store no event; they are told which journeys to start,
 * namely those that Postroad started, and look for waiting instances at each event for which some step can wait.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShopMixBench {

    private static final int ROUNDS = 5;
    private static final int ENTERING = Scale.of(500);
    private static final int WAITING = Scale.of(3_000);

    private final Map<String, Rival> rivals = new LinkedHashMap<>();
    private RunningPostroad postroad;
    private RoundOfEvents last = RoundOfEvents.NONE;
    private int rounds;

    @BeforeAll
    void start() {
        postroad = RunningPostroad.withGoods();
        AdaptedDiagrams diagrams = new AdaptedDiagrams(Path.of("bpmn"));
        Path folder = Path.of("target/bench/diagrams");
        Path camunda = diagrams.forCamunda(folder.resolve("camunda"));
        Path flowable = diagrams.forFlowable(folder.resolve("flowable"));
        startRival("camunda", camunda);
        startRival("flowable", flowable);
        startRival("operaton", camunda);
    }

    private void startRival(String name, Path diagrams) {
        rivals.put(name, Rival.start(name, postroad.emptyDatabase(name), diagrams));
    }

    @AfterAll
    void stop() {
        rivals.values().forEach(Rival::close);
        postroad.close();
    }

    @Test
    @Order(1)
    void entries() throws Exception {
        compare(
                "entries-all",
                () -> run(acquaintance("entering" + rounds++)).entriesPerSecond(),
                outcome -> outcome.starts() / outcome.seconds());
    }

    @Test
    @Order(2)
    void moves() throws Exception {
        ShopMix mix = new ShopMix(WAITING, 0, "waiting-");
        run(mix.acquaintance());
        rivals.values().forEach(rival -> rival.run(last.calls()));
        drain();
        List<Told> orders = mix.orders();
        int size = orders.size() / (ROUNDS + 1);
        int[] from = {0};
        compare(
                "moves-all",
                () -> run(orders.subList(from[0], from[0] += size)).movesPerSecond(),
                outcome -> outcome.moves() / outcome.seconds());
    }

    private interface PerSecond {
        double of(Outcome outcome);
    }

    private void compare(String id, Rounds.Measurement ours, PerSecond perSecond) throws Exception {
        Map<String, Rounds.Measurement> theirs = new LinkedHashMap<>();
        rivals.forEach((name, rival) -> theirs.put(name, () -> {
            Outcome outcome = rival.run(last.calls());
            rival.drain();
            System.out.printf("  %s: %s%n", name, outcome);
            return perSecond.of(outcome);
        }));
        for (BenchResult line : Rounds.of(ROUNDS).compareAll(id, "", "1/s", ours, theirs)) {
            ResultTable.add(line.described(
                    "%s; 16 journeys, of the shop's %,d events %,d enter and %,d move somebody (last round)"
                            .formatted(line.what(), last.events(), last.entries(), last.moves())));
        }
    }

    private List<Told> acquaintance(String prefix) {
        return new ShopMix(ENTERING, rounds, prefix + "-").acquaintance();
    }

    private RoundOfEvents run(List<Told> events) {
        last = RoundOfEvents.run(postroad, events);
        System.out.printf("  %s%n", last);
        return last;
    }

    private void drain() {
        postroad.drain();
        rivals.values().forEach(Rival::drain);
    }
}
