package org.postroad.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A million customers who wait for an event or a timer: what they weigh, and whether they slow anybody down. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MillionBench {

    private static final int MILLION = Integer.getInteger("bench.million", Scale.of(1_000_000));
    private static final int FEW = Math.min(10_000, MILLION / 2);
    private static final int MOVES = Scale.of(5_000);
    private static final int WARM_UP = 15;
    private static final int CYCLES = 200;
    private static final int AT_A_TIME = 50_000;

    private final AtomicInteger entered = new AtomicInteger();
    private final AtomicInteger moved = new AtomicInteger();
    private RunningPostroad postroad;
    private double fewMoves;
    private long bytesBefore;

    @BeforeAll
    void start() {
        postroad = new RunningPostroad();
        bytesBefore = databaseBytes();
        enterUpTo(FEW);
    }

    @AfterAll
    void stop() {
        postroad.close();
    }

    /** The baseline cannot be measured in turns with the line itself: the few become the million. */
    @Test
    @Order(1)
    void movesWithFewWaiting() throws Exception {
        for (int round = 0; round < WARM_UP; round++) { // as warm as it will be after the million
            movesPerSecond();
        }
        fewMoves = Rounds.of(5)
                .measure("moves-few", "as moves, %,d waiting".formatted(FEW), "1/s", this::movesPerSecond)
                .value();
    }

    @Test
    @Order(2)
    void movesWithAMillionWaiting() throws Exception {
        enterUpTo(MILLION);
        postroad.jdbc().execute("vacuum analyze"); // as autovacuum does in its own time
        BenchResult benchResult = Rounds.of(5)
                .measure(
                        "moves-million",
                        "events that move a token, %,d waiting, against %,d waiting before".formatted(MILLION, FEW),
                        "1/s",
                        this::movesPerSecond);
        ResultTable.add(benchResult.against(fewMoves));
    }

    @Test
    @Order(3)
    void idleAcquisition() throws Exception {
        ProcessEngineConfigurationImpl engine = (ProcessEngineConfigurationImpl)
                postroad.bean(ProcessEngine.class).getProcessEngineConfiguration();
        ResultTable.add(Rounds.of(5)
                .measure(
                        "idle-acquisition",
                        "one look for due timers, %,d in the future".formatted(MILLION),
                        "ms",
                        () -> {
                            long start = System.nanoTime();
                            for (int cycle = 0; cycle < CYCLES; cycle++) {
                                engine.getCommandExecutorTxRequired()
                                        .execute(new AcquireJobsCmd(engine.getJobExecutor()));
                            }
                            return (System.nanoTime() - start) / 1e6 / CYCLES;
                        }));
    }

    @Test
    @Order(4)
    void footprint() throws Exception {
        ResultTable.add(Rounds.of(1)
                .measure("footprint-heap", "heap after a collection, %,d waiting".formatted(MILLION), "MB", () -> {
                    System.gc();
                    return ManagementFactory.getMemoryMXBean()
                                    .getHeapMemoryUsage()
                                    .getUsed()
                            / 1e6;
                }));
        ResultTable.add(Rounds.of(1)
                .measure(
                        "footprint",
                        "database bytes a waiting customer, all tables and indexes",
                        "B",
                        () -> (double) (databaseBytes() - bytesBefore) / MILLION));
    }

    private double movesPerSecond() {
        int first = moved.getAndAdd(MOVES);
        long start = System.nanoTime();
        postroad.send("product_viewed", MOVES, i -> customer((int) ((first + i) * 7_919L % entered.get())));
        return MOVES * 1e9 / (System.nanoTime() - start);
    }

    private void enterUpTo(int number) {
        while (entered.get() < number) {
            int first = entered.get();
            int more = Math.min(AT_A_TIME, number - first);
            long start = System.nanoTime();
            postroad.send("came_in", more, i -> customer(first + i));
            entered.addAndGet(more);
            System.out.printf(
                    "  %,d waiting, the last %,d at %,.0f/s%n",
                    entered.get(), more, more * 1e9 / (System.nanoTime() - start));
        }
    }

    private long databaseBytes() {
        return postroad.number("select pg_database_size(current_database())");
    }

    private static String customer(int number) {
        return "customer-" + number;
    }
}
