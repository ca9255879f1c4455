package org.postroad.event.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroad.event.EventSettings;

class ShardWorkersTest {

    final CountDownLatch interrupted = new CountDownLatch(1);
    final CountDownLatch done = new CountDownLatch(1);
    final ShardWorkers workers = new ShardWorkers(new EventSettings(8, 1, 1_000, null, Duration.ZERO));

    @AfterEach
    void stop() {
        interrupted.countDown();
        workers.destroy();
    }

    @Test
    void doesNotTakeInterruptedWorkForDone() throws InterruptedException {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> workers.runAndSum(share -> {
                    awaitInterrupted();
                    done.countDown();
                    return 3;
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();

        interrupted.countDown();
        done.await(); // it goes on
    }

    /** Only then is the work not done before the interrupted thread has asked for its result. */
    private void awaitInterrupted() {
        try {
            interrupted.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
