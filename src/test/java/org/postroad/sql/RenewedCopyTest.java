package org.postroad.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RenewedCopyTest {

    private final AtomicLong ownChanges = new AtomicLong();
    private final AtomicLong nanoTime = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger stored = new AtomicInteger(1);
    private final AtomicInteger read = new AtomicInteger();

    private final RenewedCopy<Integer> copy = new RenewedCopy<>(
            ownChanges::get,
            () -> {
                asked.incrementAndGet();
                return stored.toString();
            },
            () -> {
                read.incrementAndGet();
                return stored.get();
            },
            nanoTime::get);

    @Test
    void asksNothingWithinASecond() {
        for (int i = 0; i < 100; i++) {
            assertThat(copy.get()).isEqualTo(1);
            nanoTime.addAndGet(Duration.ofMillis(5).toNanos());
        }

        assertThat(asked).hasValue(1);
        assertThat(read).hasValue(1);
    }

    @Test
    void findsAChangeOfAnotherNodeAfterASecondAndReadsOnlyThen() {
        copy.get();
        aSecondPasses();
        copy.get();
        assertThat(asked).hasValue(2);
        assertThat(read).hasValue(1);

        stored.set(2);
        assertThat(copy.get()).isEqualTo(1);
        aSecondPasses();
        assertThat(copy.get()).isEqualTo(2);
    }

    @Test
    void knowsAChangeOfThisNodeAtOnce() {
        copy.get();
        stored.set(2);
        ownChanges.incrementAndGet();

        assertThat(copy.get()).isEqualTo(2);
    }

    @Test
    void readsAgainWhenItIsDistrusted() {
        copy.get();
        stored.set(2);
        copy.expire();

        assertThat(copy.get()).isEqualTo(2);
    }

    private void aSecondPasses() {
        nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
    }
}
