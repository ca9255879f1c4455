package org.postroad.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postroad.OwnContext;
import org.postroad.equivalence.Telling.Way;

/**
 * The same history ends the same, however it is told: each event by itself, in batches of any size, to two nodes at once,
 * and while the database fails now and then. {@code -Dpostroad.histories} says how many histories are drawn, {@code
 * -Dpostroad.history} the seed of the first, which the message of a failure names.
 */
@OwnContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EquivalenceIT {

    private static final int HISTORIES = Integer.getInteger("postroad.histories", 3);
    private static final long FIRST = Long.getLong("postroad.history", 1);

    private TwoNodes nodes;

    @BeforeAll
    void start() throws Exception {
        nodes = new TwoNodes();
    }

    @AfterAll
    void stop() throws Exception {
        nodes.close();
    }

    @Test
    void endsTheSameHoweverItIsTold() {
        List<String> differences = LongStream.range(FIRST, FIRST + HISTORIES)
                .boxed()
                .flatMap(this::differences)
                .toList();
        assertThat(differences).isEmpty();
    }

    private Stream<String> differences(long seed) {
        List<String> expected = told(seed, Way.ONE_BY_ONE);
        List<String> differences = new ArrayList<>();
        for (Way way : List.of(Way.BATCHES, Way.TWO_NODES, Way.TWO_NODES_WITH_FAULTS)) {
            Difference.between(expected, told(seed, way))
                    .forEach(line -> differences.add("history %d, %s: %s".formatted(seed, way, line)));
        }
        System.out.printf(
                "history %d: %d lines, %d differences, %d faults so far%n",
                seed, expected.size(), differences.size(), nodes.faults().caused());
        differences.forEach(System.out::println);
        return differences.stream();
    }

    private List<String> told(long seed, Way way) {
        new Telling(nodes, way, seed).tell(History.ofSeed(seed));
        return EndState.read(nodes.jdbc());
    }
}
