package org.postroad.decide.sendtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postroad.customer.Customer;
import org.postroad.customer.Customers;
import org.postroad.customer.profile.Profiles;
import org.springframework.stereotype.Component;

/**
 * When a customer is most likely to read a mail: from their own engagement and, while that is little, from that of all
 * customers. It finds the best minute on each day of the window, in the customer's time zone, and takes the earliest day
 * whose best minute is nearly as likely as the best of all: tomorrow at 08:15 rather than Thursday at 08:15.
 */
@Component
public class BestTime {

    /** How many engagements of the customer's own the prior counts as: one click changes little, three change much. */
    static final double PRIOR_STRENGTH = 8;

    /** A day qualifies if the likelihood of its best minute is at least this share of the highest. */
    private static final double CLOSE_TO_BEST = 0.9;

    private static final long SECONDS_A_DAY = 86_400;

    private final Clock clock;
    private final Customers customers;
    private final Profiles profiles;
    private final PopulationEngagement population;

    BestTime(Clock clock, Customers customers, Profiles profiles, PopulationEngagement population) {
        this.clock = clock;
        this.customers = customers;
        this.profiles = profiles;
        this.population = population;
    }

    /** The best moment from now until the end of the window. */
    public Instant within(String customerId, Duration window) {
        Instant now = clock.instant();
        WeeklyEngagement engagement =
                population.current().posterior(profiles.of(customerId).engagementByMinuteOfWeek(now), PRIOR_STRENGTH);
        return best(engagement, now, window, zoneOf(customerId));
    }

    private ZoneId zoneOf(String customerId) {
        return customers.find(customerId).map(Customer::timeZone).orElse(ZoneOffset.UTC);
    }

    /** Iterates over instants, not over local times, so that skipped and repeated hours need no special case. */
    static Instant best(WeeklyEngagement engagement, Instant from, Duration window, ZoneId zone) {
        Map<Long, ScoredMinute> bestOfDay = new LinkedHashMap<>();
        ZoneRules rules = zone.getRules();
        Instant until = from.plus(window);
        for (Instant at = from;
                !at.isAfter(until);
                at = at.plus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES)) {
            long localSecond = at.getEpochSecond() + rules.getOffset(at).getTotalSeconds();
            long day = Math.floorDiv(localSecond, SECONDS_A_DAY);
            int minute = (int) (Math.floorMod(localSecond, SECONDS_A_DAY) / 60);
            ScoredMinute scored = new ScoredMinute(at, engagement.likelihoodAt(DayKind.ofEpochDay(day), minute));
            bestOfDay.merge(day, scored, ScoredMinute::better);
        }
        double best = bestOfDay.values().stream()
                .mapToDouble(ScoredMinute::likelihood)
                .max()
                .orElse(0);
        return bestOfDay.values().stream()
                .filter(minute -> minute.likelihood() >= CLOSE_TO_BEST * best)
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
