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
class PopulationEngagement {

    private static final int SAMPLE = 500;
    private static final Duration KEPT = Duration.ofHours(6);
    private static final EngagementSample NONE = new EngagementSample(WeeklyEngagement.prior(), Instant.MIN);

    /** How many engagements the usual mid-morning is worth beside what was seen. */
    private static final double STRENGTH = 50;

    private final Clock clock;
    private final Profiles profiles;
    private volatile EngagementSample engagementSample = NONE;

    PopulationEngagement(Clock clock, Profiles profiles) {
        this.clock = clock;
        this.profiles = profiles;
    }

    WeeklyEngagement current() {
        Instant now = clock.instant();
        if (engagementSample.until().isBefore(now)) {
            engagementSample = new EngagementSample(sample(now), now.plus(KEPT));
        }
        return engagementSample.rhythm();
    }

    @EventListener(ClockReset.class)
    void forget() {
        engagementSample = NONE;
    }

    private WeeklyEngagement sample(Instant now) {
        Map<Integer, Double> together = new HashMap<>();
        for (Profile profile : profiles.sample(SAMPLE, now.toString())) {
            profile.engagementByMinuteOfWeek(now)
                    .forEach((minute, weight) -> together.merge(minute, weight, Double::sum));
        }
        return WeeklyEngagement.prior().posterior(together, STRENGTH);
    }

    private record EngagementSample(WeeklyEngagement rhythm, Instant until) {}
}
