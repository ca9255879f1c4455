package org.postroad.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.postroad.deliver.dispatch.DispatcherNodes.ManualClock;

class LearnedTest {

    private static final Instant BEGIN = Instant.parse("2026-11-23T12:00:00Z");

    private final ManualClock clock = new ManualClock(Clock.fixed(BEGIN, ZoneOffset.UTC));
    private final Queue<Runnable> thread = new ArrayDeque<>();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void nobodyWaitsWhileAThreadLearns() {
        Learned<String> learned = learned(true, now -> "model");
        learned.begin();
        assertThat(learned.get()).isEqualTo("nothing");
        assertThat(thread).hasSize(1);
        runThread();
        assertThat(learned.get()).isEqualTo("model");
    }

    @Test
    void theOlderOneIsInUseUntilTheNextIsLearned() {
        Learned<String> learned = learned(true, now -> "model of " + now);
        learned.begin();
        runThread();
        clock.advance(Duration.ofHours(23));
        assertThat(learned.get()).isEqualTo("model of " + BEGIN);
        assertThat(thread).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(learned.get()).isEqualTo("model of " + BEGIN);
        runThread();
        assertThat(learned.get()).isEqualTo("model of " + BEGIN.plus(Duration.ofDays(1)));
    }

    @Test
    void whatWasLearnedInTheFutureIsLearnedAgain() {
        Learned<String> learned = learned(true, now -> "model of " + now);
        learned.begin();
        runThread();
        clock.advance(Duration.ofDays(-30));
        assertThat(learned.get()).isEqualTo("model of " + BEGIN);
        runThread();
        assertThat(learned.get()).isEqualTo("model of " + BEGIN.minus(Duration.ofDays(30)));
    }

    @Test
    void aFailureReachesNobodyAndIsNotTriedAgainAtOnce() {
        Learned<String> learned = learned(true, now -> {
            if (attempts.get() != 2) {
                return "model " + attempts;
            }
            throw new IllegalStateException("the database is away");
        });
        learned.begin();
        runThread();
        clock.advance(Duration.ofDays(1));
        assertThat(learned.get()).isEqualTo("model 1");
        runThread();
        assertThat(learned.get()).isEqualTo("model 1");
        assertThat(thread).isEmpty();
        clock.advance(Duration.ofMinutes(10));
        learned.get();
        runThread();
        assertThat(learned.get()).isEqualTo("model 3");
    }

    @Test
    void aFailureAtFirstLeavesNothing() {
        Learned<String> learned = learned(true, now -> {
            throw new OutOfMemoryError("too many products");
        });
        learned.begin();
        runThread();
        assertThat(learned.get()).isEqualTo("nothing");
    }

    @Test
    void whereTimeIsMovedByHandTheThreadThatAsksLearns() {
        Learned<String> learned = learned(false, now -> "model of " + now);
        learned.begin();
        assertThat(attempts).hasValue(0);
        assertThat(learned.get()).isEqualTo("model of " + BEGIN);
        clock.advance(Duration.ofDays(1));
        assertThat(learned.get()).isEqualTo("model of " + BEGIN.plus(Duration.ofDays(1)));
        assertThat(attempts).hasValue(2);
        learned.discard();
        learned.get();
        assertThat(attempts).hasValue(3);
    }

    @Test
    void aRehearsalFindsTheFailure() {
        Learned<String> learned = learned(false, now -> {
            throw new IllegalStateException("no such table");
        });
        assertThatThrownBy(learned::get).hasMessage("no such table");
    }

    private Learned<String> learned(boolean background, Function<Instant, String> learn) {
        return new Learned<>(
                "A model",
                "nothing",
                now -> {
                    attempts.incrementAndGet();
                    return learn.apply(now);
                },
                value -> Duration.ofDays(1),
                clock,
                background,
                thread::add);
    }

    private void runThread() {
        thread.remove().run();
    }
}
