package org.postroad.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroad.decide.sendtime.SendTimesFixture;

/** A send time for each of a million customers, on two threads, from the mails that profiles keep; reading these is left out. */
class SendTimeBench {

    private static final int CUSTOMERS = Scale.of(1_000_000);
    private static final int THREADS = 2;

    private final SendTimesFixture fixture = new SendTimesFixture();

    @Test
    void sendTimes() throws Exception {
        ResultTable.add(Rounds.of(3)
                .measure(
                        "send-times",
                        "%,d customers with 24 mails: the best moment within a day, two threads".formatted(CUSTOMERS),
                        "s",
                        this::seconds));
    }

    private double seconds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long start = System.nanoTime();
        try {
            for (Future<Long> done : threads.invokeAll(IntStream.range(0, THREADS)
                    .<Callable<Long>>mapToObj(thread -> () -> moments(thread))
                    .toList())) {
                if (done.get() != CUSTOMERS / THREADS) {
                    throw new IllegalStateException("Some customers have no send time.");
                }
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            threads.shutdown();
        }
    }

    private long moments(int thread) {
        return IntStream.range(0, CUSTOMERS / THREADS)
                .filter(customer -> fixture.moment(THREADS * customer + thread).getEpochSecond() > 0)
                .count();
    }
}
