package org.postroad.decide.sendtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postroad.customer.Customer;
import org.postroad.customer.Customers;
import org.postroad.customer.profile.Profiles;
import org.springframework.stereotype.Component;

/**
 * Looks for the customer's best minute on each day of the window, in the customer's zone, and takes the earliest day whose
 * best is nearly as good as the best of all: tomorrow's 08:15 rather than the same on Thursday.
 */
@Component
class DefaultBestTime implements BestTime {

    /** How many engagements everybody's rhythm is worth beside the customer's own: one click moves nobody, three do. */
    static final double STRENGTH = 8;

    private static final double NEARLY = 0.9;

    private final Clock clock;
    private final Customers customers;
    private final Profiles profiles;
    private final PopulationEngagement everybody;

    DefaultBestTime(Clock clock, Customers customers, Profiles profiles, PopulationEngagement everybody) {
        this.clock = clock;
        this.customers = customers;
        this.profiles = profiles;
        this.everybody = everybody;
    }

    @Override
    public Instant within(String customerId, Duration window) {
        Instant now = clock.instant();
        WeeklyEngagement weeklyEngagement =
                everybody.current().posterior(profiles.of(customerId).engagementByMinuteOfWeek(now), STRENGTH);
        return best(weeklyEngagement, now, window, zoneOf(customerId));
    }

    private ZoneId zoneOf(String customerId) {
        return customers.find(customerId).map(Customer::timeZone).orElse(ZoneOffset.UTC);
    }

    /** Walks over instants, not local times, so that a skipped or doubled hour needs no thought. */
    static Instant best(WeeklyEngagement weeklyEngagement, Instant from, Duration window, ZoneId zone) {
        Map<LocalDate, ScoredMinute> bestOfDay = new LinkedHashMap<>();
        Instant until = from.plus(window);
        for (Instant at = from;
                !at.isAfter(until);
                at = at.plus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES)) {
            ZonedDateTime local = at.atZone(zone);
            bestOfDay.merge(
                    local.toLocalDate(),
                    new ScoredMinute(at, weeklyEngagement.likelihoodAt(local)),
                    ScoredMinute::better);
        }
        double best = bestOfDay.values().stream()
                .mapToDouble(ScoredMinute::likelihood)
                .max()
                .orElse(0);
        return bestOfDay.values().stream()
                .filter(scoredMinute -> scoredMinute.likelihood() >= NEARLY * best)
                .map(ScoredMinute::at)
                .findFirst()
                .orElse(from);
    }

    private record ScoredMinute(Instant at, double likelihood) {

        ScoredMinute better(ScoredMinute later) {
            return later.likelihood > likelihood ? later : this;
        }
    }
}
