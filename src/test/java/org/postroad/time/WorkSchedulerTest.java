package org.postroad.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WorkSchedulerTest {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    final ApplicationClock clock = ApplicationClock.frozenAt(NOON);
    final List<String> log = new ArrayList<>();

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
            }
        };

        scheduler(later, first).advance(Duration.ofSeconds(20));

        assertThat(log).containsExactly("first +10", "later +15");
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
        return new WorkScheduler(clock, new WorkSignal(), List.of(work), false);
    }

    /** Work that is due at given times and logs when it ran. */
    class LoggedWork implements ScheduledWork {

        final String name;
        final NavigableSet<Instant> due = new TreeSet<>();

        LoggedWork(String name, Instant... due) {
            this.name = name;
            this.due.addAll(List.of(due));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<Instant> nextDue() {
            return due.isEmpty() ? Optional.empty() : Optional.of(due.first());
        }

        @Override
        public int runDue() {
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
