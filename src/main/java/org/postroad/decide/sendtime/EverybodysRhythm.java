package org.postroad.decide.sendtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.postroad.customer.profile.Profile;
import org.postroad.customer.profile.Profiles;
import org.postroad.time.RehearsalMode.ClockReset;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When people read in general, from a sample of profiles that is drawn again every few hours. */
@Component
class EverybodysRhythm {

    private static final int SAMPLE = 500;
    private static final Duration KEPT = Duration.ofHours(6);
    private static final Drawn NONE = new Drawn(Rhythm.usual(), Instant.MIN);

    /** How many engagements the usual mid-morning is worth beside what was seen. */
    private static final double STRENGTH = 50;

    private final Clock clock;
    private final Profiles profiles;
    private volatile Drawn drawn = NONE;

    EverybodysRhythm(Clock clock, Profiles profiles) {
        this.clock = clock;
        this.profiles = profiles;
    }

    Rhythm rhythm() {
        Instant now = clock.instant();
        if (drawn.until().isBefore(now)) {
            drawn = new Drawn(draw(now), now.plus(KEPT));
        }
        return drawn.rhythm();
    }

    @EventListener(ClockReset.class)
    void forget() {
        drawn = NONE;
    }

    private Rhythm draw(Instant now) {
        Map<Integer, Double> together = new HashMap<>();
        for (Profile profile : profiles.sample(SAMPLE, now.toString())) {
            profile.engagementByMinuteOfWeek(now)
                    .forEach((minute, weight) -> together.merge(minute, weight, Double::sum));
        }
        return Rhythm.usual().refinedBy(together, STRENGTH);
    }

    private record Drawn(Rhythm rhythm, Instant until) {}
}
