package org.postroad.bench;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** How many customers enter, move and are heard a second, in a journey made for measuring, with all stock journeys deployed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThroughputBench {

    private static final int ENTRIES = Scale.of(5_000);
    private static final int NAIVE_ENTRIES = Scale.of(2_000);
    private static final int MOVES = Scale.of(5_000);
    private static final int NAIVE_MOVES = Scale.of(1_000);
    private static final int EVENTS = Scale.of(20_000);
    private static final int WAITING = Integer.getInteger("bench.waiting", Scale.of(100_000));

    private final AtomicInteger entered = new AtomicInteger();
    private final AtomicInteger naivelyEntered = new AtomicInteger();
    private final AtomicInteger moved = new AtomicInteger();
    private final AtomicInteger naivelyMoved = new AtomicInteger();
    private RunningPostroad postroad;
    private NaiveCamunda naiveCamunda;

    @BeforeAll
    void start() throws Exception {
        postroad = new RunningPostroad();
        naiveCamunda = new NaiveCamunda(postroad.emptyDatabase("naive"));
    }

    @AfterAll
    void stop() {
        naiveCamunda.close();
        postroad.close();
    }

    @Test
    @Order(1)
    void events() throws Exception {
        ResultTable.add(Rounds.of(5)
                .measure(
                        "events",
                        "events that move nobody: stored, profile updated",
                        "1/s",
                        () -> perSecond(
                                EVENTS, () -> postroad.send("product_viewed", EVENTS, i -> "passer-by-" + i % 5_000))));
    }

    @Test
    @Order(2)
    void entries() throws Exception {
        ResultTable.add(Rounds.of(5)
                .compare(
                        "entries",
                        "customers entering a journey by an event, up to the first wait",
                        "1/s",
                        () -> perSecond(ENTRIES, () -> enter(ENTRIES)),
                        () -> perSecond(NAIVE_ENTRIES, () -> enterNaively(NAIVE_ENTRIES))));
    }

    @Test
    @Order(3)
    void moves() throws Exception {
        enter(WAITING - entered.get());
        enterNaively(WAITING - naivelyEntered.get());
        ResultTable.add(Rounds.of(5)
                .compare(
                        "moves",
                        "events that move a token to its next wait, %,d waiting".formatted(WAITING),
                        "1/s",
                        () -> perSecond(MOVES, () -> move(MOVES)),
                        () -> perSecond(NAIVE_MOVES, () -> moveNaively(NAIVE_MOVES))));
    }

    private void enter(int number) {
        int first = entered.getAndAdd(Math.max(0, number));
        postroad.send("came_in", number, i -> customer(first + i));
    }

    private void enterNaively(int number) {
        int first = naivelyEntered.getAndAdd(Math.max(0, number));
        naiveCamunda.enter(number, i -> customer(first + i));
    }

    private void move(int number) {
        int first = moved.getAndAdd(number);
        postroad.send("product_viewed", number, i -> customer(spread(first + i, entered.get())));
    }

    private void moveNaively(int number) {
        int first = naivelyMoved.getAndAdd(number);
        naiveCamunda.move(number, i -> customer(spread(first + i, naivelyEntered.get())));
    }

    /** Not those who entered together, who would lie side by side on disk. */
    private static int spread(int i, int population) {
        return (int) (i * 7_919L % population);
    }

    private static String customer(int number) {
        return "customer-" + number;
    }

    private static double perSecond(int number, Runnable work) {
        long start = System.nanoTime();
        work.run();
        return number * 1e9 / (System.nanoTime() - start);
    }
}
