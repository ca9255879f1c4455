package org.postroad.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Moves the clock from one due time to the next, and there runs what fell due or was signalled, in the calling thread and in
 * order. Work that nothing concerns is neither run nor asked.
 */
final class TimeMachine {

    /** More than that is work that for ever makes itself due again at the same moment. */
    private static final int MOST_ROUNDS_AT_ONE_MOMENT = 100_000;

    private final ApplicationClock clock;
    private final WorkSignal workSignal;
    private final List<DueWork> work;

    TimeMachine(ApplicationClock clock, WorkSignal workSignal, List<ScheduledWork> work) {
        this.clock = clock;
        this.workSignal = workSignal;
        this.work = work.stream().map(DueWork::new).toList();
        workSignal.addListener(topic -> this.work.forEach(each -> each.signal(topic)));
    }

    void moveTo(Instant target, ClockMove move) {
        runAll(move);
        for (Optional<Instant> due = nextDue(target); due.isPresent(); due = nextDue(target)) {
            if (move.isStopRequested()) {
                return;
            }
            clock.moveTo(due.get());
            move.reached(due.get());
            runUntilIdle(move);
        }
        clock.moveTo(target);
        move.reached(clock.instant());
        runAll(move);
    }

    /** Runs all work, also what was not signalled. */
    void runAll(ClockMove move) {
        work.forEach(DueWork::signal);
        Stream.of(WorkTopic.values()).forEach(workSignal::signal);
        runUntilIdle(move);
    }

    private void runUntilIdle(ClockMove move) {
        Instant now = clock.instant();
        for (int round = 0; runOnce(now, move); round++) {
            if (round > MOST_ROUNDS_AT_ONE_MOMENT) {
                throw new IllegalStateException("Work keeps making itself due at " + now
                        + "; the clock stays there. Look for a loop without a wait.");
            }
        }
    }

    private boolean runOnce(Instant now, ClockMove move) {
        boolean any = false;
        for (DueWork each : work) {
            if (each.mayHaveWork(now)) {
                int done = each.run(now);
                if (done > 0) {
                    move.count(each.name(), done);
                    any = true;
                }
            }
        }
        return any || work.stream().anyMatch(DueWork::isSignalled);
    }

    /** The earliest due time after now, up to the target. Ignores work that is due now but did nothing. */
    Optional<Instant> nextDue(Instant target) {
        Instant now = clock.instant();
        return work.stream()
                .flatMap(each -> Stream.ofNullable(each.nextDue()))
                .filter(due -> due.isAfter(now) && !due.isAfter(target))
                .min(Comparator.naturalOrder());
    }
}
