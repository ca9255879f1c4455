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

/** When customers in general read: the prior of {@link BestTime}, from a sample of profiles that is renewed every six hours. */
@Component
class PopulationEngagement {

    private static final int SAMPLE_SIZE = 500;
    private static final Duration MAX_AGE = Duration.ofHours(6);
    private static final EngagementSample NONE = new EngagementSample(WeeklyEngagement.prior(), Instant.MIN);

    /** How many engagements the fixed prior, mid-morning, counts as. */
    private static final double PRIOR_STRENGTH = 50;

    private final Clock clock;
    private final Profiles profiles;
    private volatile EngagementSample cached = NONE;

    PopulationEngagement(Clock clock, Profiles profiles) {
        this.clock = clock;
        this.profiles = profiles;
    }

    /** The population's engagement, at most six hours old. */
    WeeklyEngagement current() {
        Instant now = clock.instant();
        if (cached.until().isBefore(now)) {
            cached = new EngagementSample(sample(now), now.plus(MAX_AGE));
        }
        return cached.engagement();
    }

    @EventListener(ClockReset.class)
    void discard() {
        cached = NONE;
    }

    private WeeklyEngagement sample(Instant now) {
        Map<Integer, Double> total = new HashMap<>();
        for (Profile profile : profiles.sample(SAMPLE_SIZE, now.toString())) {
            profile.engagementByMinuteOfWeek(now).forEach((minute, weight) -> total.merge(minute, weight, Double::sum));
        }
        return WeeklyEngagement.prior().posterior(total, PRIOR_STRENGTH);
    }

    private record EngagementSample(WeeklyEngagement engagement, Instant until) {}
}
