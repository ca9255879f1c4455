package org.postroad.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class BackgroundTest {

    final ApplicationClock clock = ApplicationClock.flowing();
    final Bell bell = new Bell();
    final Work work = new Work();
    final Agenda agenda = new Agenda(clock, bell, List.of(work), true);

    final BackgroundHealth health = new BackgroundHealth(agenda, new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        agenda.stop();
    }

    @Test
    void worksWhenTheBellRingsAndGoesOnAfterAFailure() {
        agenda.start();
        work.waiting.set(1);
        bell.ring();
        await().untilAsserted(() -> assertThat(work.done).hasValue(1));

        work.fails = true;
        work.waiting.set(1);
        bell.ring();
        await().untilAsserted(() -> assertThat(work.failed).hasPositiveValue());
        work.fails = false;

        await().untilAsserted(() -> assertThat(work.done).hasValue(2));
    }

    @Test
    void restsWhileTimeIsMovedAndEndsThenToo() {
        agenda.start();
        work.inTheMiddle = () -> {
            work.inTheMiddle = () -> {};
            agenda.stop();
            assertThat(agenda.isRunning()).isFalse();
        };
        agenda.advance(Duration.ofHours(1));

        work.waiting.set(1);
        bell.ring();
        assertThat(work.done).hasValue(0);
    }

    @Test
    void isTroubledWhileItFails() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        work.fails = true;
        agenda.start();
        await().untilAsserted(() -> {
            assertThat(health.health().getStatus().getCode()).isEqualTo("TROUBLED");
            assertThat(health.health().getDetails().get("failing"))
                    .asString()
                    .contains("test=since ", "IllegalStateException")
                    .doesNotContain("wished");
        });

        work.fails = false;
        bell.ring();

        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void isDownOnceAThreadHasEnded() {
        agenda.start();
        work.inWork = () -> Thread.currentThread().interrupt();
        bell.ring();

        await().untilAsserted(() -> assertThat(health.health()).satisfies(now -> {
            assertThat(now.getStatus()).isEqualTo(Status.DOWN);
            assertThat(now.getDetails()).containsEntry("ended", List.of("test"));
        }));
    }

    /** Counts what it did. */
    static class Work implements TimedWork {

        final AtomicInteger waiting = new AtomicInteger();
        final AtomicInteger done = new AtomicInteger();
        final AtomicInteger failed = new AtomicInteger();
        volatile boolean fails;
        volatile Runnable inTheMiddle = () -> {};
        volatile Runnable inWork = () -> {};

        @Override
        public String name() {
            return "test";
        }

        @Override
        public Optional<Instant> nextDue() {
            return Optional.empty();
        }

        @Override
        public void pause() {
            inTheMiddle.run();
        }

        @Override
        public int runDue() {
            inWork.run();
            if (fails) {
                failed.incrementAndGet();
                throw new IllegalStateException("as the test wished");
            }
            int found = waiting.getAndSet(0);
            done.addAndGet(found);
            return found;
        }
    }
}
