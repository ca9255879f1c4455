package org.postroad.decide.sendtime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.postroad.predict.sendtime.SendTimes;
import org.postroad.predict.sendtime.WeekSlots;

/** The moments within a period at which a mail may be sent: its beginning, and each quarter of an hour. */
final class Moments {

    /** A day qualifies if its best moment gains at least this share of what the best of all gains over one drawn by lot. */
    private static final double CLOSE_TO_BEST = 0.8;

    private static final long SLOT_SECONDS = 60L * WeekSlots.MINUTES;

    private final ZoneId zone;
    private final List<ZonedDateTime> allowed = new ArrayList<>();

    /**
     * Steps over instants, not over local times, so that skipped and repeated hours need no special case.
     *
     * @param awake gives a moment back if mail may be sent then, else the next at which it may; if there is none within the
     *     period, the next is the only one
     */
    Moments(Instant from, Duration window, ZoneId zone, UnaryOperator<ZonedDateTime> awake) {
        this.zone = zone;
        Instant until = from.plus(window);
        for (Instant at = from; !at.isAfter(until); at = nextSlot(at)) {
            ZonedDateTime local = at.atZone(zone);
            if (awake.apply(local).equals(local)) {
                allowed.add(local);
            }
        }
        if (allowed.isEmpty()) {
            allowed.add(awake.apply(from.atZone(zone)));
        }
    }

    private static Instant nextSlot(Instant at) {
        return Instant.ofEpochSecond((Math.floorDiv(at.getEpochSecond(), SLOT_SECONDS) + 1) * SLOT_SECONDS);
    }

    /** The best moment of the earliest day whose best is nearly as good as that of all; the earliest of equals. */
    Instant best(SendTimes times) {
        Map<LocalDate, ZonedDateTime> bestOfDay = new LinkedHashMap<>();
        allowed.forEach(at -> bestOfDay.merge(
                at.toLocalDate(), at, (one, later) -> times.at(slot(later)) > times.at(slot(one)) ? later : one));
        DoubleSummaryStatistics all =
                allowed.stream().mapToDouble(at -> times.at(slot(at))).summaryStatistics();
        double close = all.getMax() - (1 - CLOSE_TO_BEST) * (all.getMax() - all.getAverage());
        return bestOfDay.values().stream()
                .filter(at -> times.at(slot(at)) >= close)
                .findFirst()
                .orElseThrow()
                .toInstant();
    }

    /** @param lot in [0, 1) */
    Instant drawn(double lot) {
        return allowed.get((int) (lot * allowed.size())).toInstant();
    }

    private int slot(ZonedDateTime at) {
        return WeekSlots.of(at.toInstant(), zone);
    }
}
