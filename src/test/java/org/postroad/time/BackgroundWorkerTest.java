package org.postroad.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class BackgroundWorkerTest {

    final ApplicationClock clock = ApplicationClock.followingSystemTime();
    final WorkSignal workSignal = new WorkSignal();
    final Work work = new Work();
    final WorkScheduler scheduler = new WorkScheduler(clock, workSignal, List.of(work), true);

    final BackgroundHealthIndicator health = new BackgroundHealthIndicator(scheduler, new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        scheduler.stop();
    }

    @Test
    void worksOnSignalAndGoesOnAfterAFailure() {
        scheduler.start();
        work.waiting.set(1);
        workSignal.signal(WorkTopic.MAIL);
        await().untilAsserted(() -> assertThat(work.done).hasValue(1));

        work.fails = true;
        work.waiting.set(1);
        workSignal.signal(WorkTopic.MAIL);
        await().untilAsserted(() -> assertThat(work.failed).hasPositiveValue());
        work.fails = false;

        await().untilAsserted(() -> assertThat(work.done).hasValue(2));
    }

    @Test
    void pausesWhileTimeIsMovedAndCanBeStoppedMeanwhile() {
        scheduler.start();
        work.whenPaused = () -> {
            work.whenPaused = () -> {};
            scheduler.stop();
            assertThat(scheduler.isRunning()).isFalse();
        };
        scheduler.advance(Duration.ofHours(1));

        work.waiting.set(1);
        workSignal.signal(WorkTopic.MAIL);
        assertThat(work.done).hasValue(0);
    }

    @Test
    void isTroubledWhileItFails() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        work.fails = true;
        scheduler.start();
        await().untilAsserted(() -> {
            assertThat(health.health().getStatus().getCode()).isEqualTo("TROUBLED");
            assertThat(health.health().getDetails().get("failing"))
                    .asString()
                    .contains("test=since ", "IllegalStateException")
                    .doesNotContain("wished");
        });

        work.fails = false;
        workSignal.signal(WorkTopic.MAIL);

        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void isDownOnceAThreadHasEnded() {
        scheduler.start();
        work.whileWorking = () -> Thread.currentThread().interrupt();
        workSignal.signal(WorkTopic.MAIL);

        await().untilAsserted(() -> assertThat(health.health()).satisfies(now -> {
            assertThat(now.getStatus()).isEqualTo(Status.DOWN);
            assertThat(now.getDetails()).containsEntry("ended", List.of("test"));
        }));
    }

    /** Counts what it did. */
    static class Work implements ScheduledWork {

        final AtomicInteger waiting = new AtomicInteger();
        final AtomicInteger done = new AtomicInteger();
        final AtomicInteger failed = new AtomicInteger();
        volatile boolean fails;
        volatile Runnable whenPaused = () -> {};
        volatile Runnable whileWorking = () -> {};

        @Override
        public String name() {
            return "test";
        }

        @Override
        public Optional<Instant> nextDue() {
            return Optional.empty();
        }

        @Override
        public Set<WorkTopic> topics() {
            return Set.of(WorkTopic.MAIL);
        }

        @Override
        public void pause() {
            whenPaused.run();
        }

        @Override
        public int runDue() {
            whileWorking.run();
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
