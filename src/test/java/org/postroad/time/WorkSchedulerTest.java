package org.postroad.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkSchedulerTest {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    final ApplicationClock clock = ApplicationClock.frozenAt(NOON);
    final WorkSignal workSignal = new WorkSignal();
    final List<String> log = new CopyOnWriteArrayList<>();
    WorkScheduler running = scheduler();

    @Test
    void runsDueWorkInOrderAndAtItsOwnTime() {
        LoggedWork first = new LoggedWork("first", NOON.plusSeconds(20), NOON.plusSeconds(40));
        LoggedWork second = new LoggedWork("second", NOON.plusSeconds(10), NOON.plusSeconds(40), NOON.plusSeconds(90));

        scheduler(first, second).advance(Duration.ofMinutes(1));

        assertThat(log).containsExactly("second +10", "first +20", "first +40", "second +40");
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));
        assertThat(second.nextDue()).hasValue(NOON.plusSeconds(90));
    }

    @Test
    void runsWorkThatFallsDueOnTheWay() {
        LoggedWork later = new LoggedWork("later");
        LoggedWork first = new LoggedWork("first", NOON.plusSeconds(10)) {
            @Override
            void done(Instant due) {
                later.due.add(due.plusSeconds(5));
                workSignal.signal(WorkTopic.MAIL);
            }
        };

        scheduler(later, first).advance(Duration.ofSeconds(20));

        assertThat(log).containsExactly("first +10", "later +15");
    }

    @Test
    void neitherAsksNorRunsWorkThatNothingConcerns() {
        LoggedWork idle = new LoggedWork("idle");
        Instant[] moments = IntStream.range(1, 100).mapToObj(NOON::plusSeconds).toArray(Instant[]::new);

        scheduler(idle, new LoggedWork("busy", moments)).advance(Duration.ofMinutes(2));

        assertThat(log).hasSize(99);
        assertThat(idle.runs).as("at the start and at the end").isLessThanOrEqualTo(4);
        assertThat(idle.questions).isLessThanOrEqualTo(2);
    }

    @Test
    void tellsHowFarAMoveHasComeAndWhatWasDone() throws InterruptedException {
        List<Integer> shares = new ArrayList<>();
        LoggedWork work = new LoggedWork("work", NOON.plusSeconds(30), NOON.plusSeconds(60)) {
            @Override
            void done(Instant due) {
                ClockMove.Progress progress =
                        running.currentMove().orElseThrow().progress();
                shares.add((int) (100 * progress.share()));
            }
        };
        running = scheduler(work);

        ClockMove move = running.begin(() -> NOON.plusSeconds(120));

        assertThat(move.awaitEnd(Duration.ofSeconds(20))).isTrue();
        assertThat(shares).containsExactly(25, 50);
        assertThat(move.progress())
                .isEqualTo(new ClockMove.Progress(
                        NOON,
                        NOON.plusSeconds(120),
                        NOON.plusSeconds(120),
                        ClockMove.State.ARRIVED,
                        Map.of("work", 2)));
        assertThat(running.currentMove()).isEmpty();
    }

    @Test
    void stopsWhereItIsAsked() throws InterruptedException {
        LoggedWork work = new LoggedWork("work", NOON.plusSeconds(30), NOON.plusSeconds(60)) {
            @Override
            void done(Instant due) {
                running.currentMove().ifPresent(ClockMove::stop);
            }
        };
        running = scheduler(work);

        ClockMove move = running.begin(() -> NOON.plusSeconds(120));

        assertThat(move.awaitEnd(Duration.ofSeconds(20))).isTrue();
        assertThat(move.progress().state()).isEqualTo(ClockMove.State.STOPPED);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(30));
        running.advanceTo(NOON.plusSeconds(60));
        assertThat(log).containsExactly("work +30", "work +60");
    }

    @Test
    void aMoveThatFailsSaysSo() throws InterruptedException {
        LoggedWork failing = new LoggedWork("failing", NOON.plusSeconds(30)) {
            @Override
            void done(Instant due) {
                throw new IllegalStateException("as the test wishes");
            }
        };

        ClockMove move = scheduler(failing).begin(() -> NOON.plusSeconds(60));

        assertThat(move.awaitEnd(Duration.ofSeconds(20))).isTrue();
        assertThat(move.progress().state()).isEqualTo(ClockMove.State.FAILED);
        assertThat(move.progress().now()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void runsOverdueWorkBeforeTimeMoves() {
        scheduler(new LoggedWork("overdue", NOON.minusSeconds(5))).runDue();

        assertThat(log).containsExactly("overdue +0");
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void neverMovesBackwards() {
        scheduler(new LoggedWork("waiting", NOON.plusSeconds(10))).advanceTo(NOON.minusSeconds(60));

        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(log).isEmpty();
    }

    @Test
    void pausesWorkWithThreadsOfItsOwnWhileTimeMoves() {
        LoggedWork work = new LoggedWork("work", NOON.plusSeconds(1)) {
            @Override
            public void pause() {
                log.add("pause");
            }

            @Override
            public void resume() {
                log.add("resume");
            }
        };

        scheduler(work).advance(Duration.ofSeconds(2));

        assertThat(log).containsExactly("pause", "work +1", "resume");
    }

    @Test
    void failsIfWorkKeepsMakingItselfDue() {
        LoggedWork endless = new LoggedWork("endless", NOON) {
            @Override
            public int runDue() {
                return 1;
            }
        };

        assertThatThrownBy(() -> scheduler(endless).runDue())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("loop without a wait");
    }

    WorkScheduler scheduler(ScheduledWork... work) {
        return new WorkScheduler(clock, workSignal, List.of(work), false);
    }

    /** Work that is due at given times and logs when it ran. */
    class LoggedWork implements ScheduledWork {

        final String name;
        final NavigableSet<Instant> due = new TreeSet<>();
        int questions;
        int runs;

        LoggedWork(String name, Instant... due) {
            this.name = name;
            this.due.addAll(List.of(due));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<WorkTopic> topics() {
            return Set.of(WorkTopic.MAIL);
        }

        @Override
        public Optional<Instant> nextDue() {
            questions++;
            return due.isEmpty() ? Optional.empty() : Optional.of(due.first());
        }

        @Override
        public int runDue() {
            runs++;
            if (due.isEmpty() || due.first().isAfter(clock.instant())) {
                return 0;
            }
            Instant moment = due.pollFirst();
            log.add(name + " +" + Duration.between(NOON, clock.instant()).toSeconds());
            done(moment);
            return 1;
        }

        void done(Instant moment) {}
    }
}
