package org.postroad.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachedQueryTest {

    final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    final AtomicInteger looks = new AtomicInteger();

    @Test
    void looksOnceInAMoment() {
        CachedQuery<Integer> cachedQuery = new CachedQuery<>(looks::incrementAndGet, -1, nanos::get);

        assertThat(cachedQuery.get()).isEqualTo(1);
        nanos.addAndGet(Duration.ofMillis(1_999).toNanos());
        assertThat(cachedQuery.get()).isEqualTo(1);
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(cachedQuery.get()).isEqualTo(2);
    }

    @Test
    void knowsNothingWhileTheDatabaseDoesNotAnswer() {
        CachedQuery<Integer> cachedQuery = new CachedQuery<>(
                () -> {
                    if (looks.incrementAndGet() == 2) {
                        throw new IllegalStateException("gone");
                    }
                    return looks.get();
                },
                -1,
                nanos::get);

        assertThat(cachedQuery.get()).isEqualTo(1);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(cachedQuery.get()).isEqualTo(-1);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(cachedQuery.get()).isEqualTo(3);
    }

    @Test
    void holdsUpOneCallerOnly() {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        CachedQuery<Integer> cachedQuery = new CachedQuery<>(
                () -> {
                    looking.countDown();
                    return answered(answer);
                },
                -1,
                nanos::get);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(cachedQuery::get);
        answered(looking);

        assertThat(cachedQuery.get()).isEqualTo(-1);

        answer.countDown();
        assertThat(first.join()).isEqualTo(7);
        assertThat(cachedQuery.get()).isEqualTo(7);
    }

    private static int answered(CountDownLatch latch) {
        try {
            latch.await();
            return 7;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
