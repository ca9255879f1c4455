package org.postroad.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class ConflictRetryTest {

    final AtomicInteger attempts = new AtomicInteger();

    @Test
    void repeatsAfterAConflict() {
        assertThat(ConflictRetry.run(() -> failUntil(3))).isEqualTo(3);
    }

    @Test
    void givesUpAfterFiveAttempts() {
        assertThatThrownBy(() -> ConflictRetry.run(() -> failUntil(6)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(attempts).hasValue(5);
    }

    @Test
    void repeatsNothingElse() {
        Runnable fails = () -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("no conflict");
        };

        assertThatThrownBy(() -> ConflictRetry.run(fails)).isInstanceOf(IllegalStateException.class);
        assertThat(attempts).hasValue(1);
    }

    private int failUntil(int successful) {
        if (attempts.incrementAndGet() < successful) {
            throw new OptimisticLockingFailureException("somebody was faster");
        }
        return attempts.get();
    }
}
