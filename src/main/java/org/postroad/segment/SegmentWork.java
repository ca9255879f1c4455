package org.postroad.segment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.postroad.time.RehearsalMode;
import org.postroad.time.ScheduledWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Runs {@link SegmentLearning} every night at {@value #HOUR} UTC, on one node; every hour while few customers have bought, and soon after a
 * segment was defined. In the background only: a clock that is moved by hand does not stop for it. In rehearsals where somebody asks for
 * a segment, every seven days.
 */
@Component
@Order(ScheduledWork.SEGMENTS)
class SegmentWork implements ScheduledWork {

    private static final int HOUR = 2;
    private static final int FEW = 200;
    private static final int DAYS_IN_REHEARSALS = 7;
    private static final Logger log = LoggerFactory.getLogger(SegmentWork.class);

    private final SegmentLearning learning;
    private final SegmentFits fits;
    private final Clock clock;
    private final boolean rehearsal;
    private volatile boolean rehearsing;

    SegmentWork(SegmentLearning learning, SegmentFits fits, Clock clock, Environment environment) {
        this.learning = learning;
        this.fits = fits;
        this.clock = clock;
        this.rehearsal = RehearsalMode.isOn(environment);
    }

    @Override
    public String name() {
        return "segments";
    }

    /** Never, except in rehearsals: see above. */
    @Override
    public Optional<Instant> nextDue() {
        return rehearsing ? fits.dueAt() : Optional.empty();
    }

    /** Whether segments are learned in this rehearsal. */
    void rehearse(boolean learned) {
        rehearsing = learned;
    }

    @Override
    public boolean isDue(Instant now) {
        return fits.dueAt().filter(due -> !due.isAfter(now)).isPresent();
    }

    @Override
    public Duration pollInterval() {
        return Duration.ofSeconds(30);
    }

    @Override
    public int runDue() {
        if (rehearsal && !rehearsing || !fits.claim()) {
            return 0;
        }
        Instant began = clock.instant();
        int buyers = learning.run();
        log.debug("Learned segments from {} buyers", buyers);
        fits.due(began, next(began, buyers));
        return 1;
    }

    private Instant next(Instant began, int buyers) {
        if (rehearsal) {
            return began.plus(DAYS_IN_REHEARSALS, ChronoUnit.DAYS);
        }
        return buyers < FEW ? began.plus(1, ChronoUnit.HOURS) : nextNight(began);
    }

    private static Instant nextNight(Instant after) {
        Instant today = after.truncatedTo(ChronoUnit.DAYS).plus(HOUR, ChronoUnit.HOURS);
        return today.isAfter(after) ? today : today.plus(1, ChronoUnit.DAYS);
    }
}
