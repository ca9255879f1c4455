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
    final AtomicInteger queries = new AtomicInteger();

    @Test
    void queriesOnceInTwoSeconds() {
        CachedQuery<Integer> cachedQuery = new CachedQuery<>(queries::incrementAndGet, -1, nanos::get);

        assertThat(cachedQuery.get()).isEqualTo(1);
        nanos.addAndGet(Duration.ofMillis(1_999).toNanos());
        assertThat(cachedQuery.get()).isEqualTo(1);
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(cachedQuery.get()).isEqualTo(2);
    }

    @Test
    void isUnknownWhileTheQueryFails() {
        CachedQuery<Integer> cachedQuery = new CachedQuery<>(
                () -> {
                    if (queries.incrementAndGet() == 2) {
                        throw new IllegalStateException("gone");
                    }
                    return queries.get();
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
    void blocksOneCallerOnly() {
        CountDownLatch querying = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        CachedQuery<Integer> cachedQuery = new CachedQuery<>(
                () -> {
                    querying.countDown();
                    return answered(answer);
                },
                -1,
                nanos::get);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(cachedQuery::get);
        answered(querying);

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
