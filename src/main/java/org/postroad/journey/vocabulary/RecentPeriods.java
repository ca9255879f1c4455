package org.postroad.journey.vocabulary;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.function.Supplier;

/** Periods that count back from now in the customer's time zone, and until when what lies in one does so. */
final class RecentPeriods {

    private final Supplier<ZonedDateTime> now;
    private final Validity validity;

    /** @param validity is told when a moment leaves a period that was asked for */
    RecentPeriods(Supplier<ZonedDateTime> now, Validity validity) {
        this.now = now;
        this.validity = validity;
    }

    /** The beginning of a period. */
    Instant since(String period) {
        return now.get().minus(IsoPeriods.parse(period)).toInstant();
    }

    /** Whether the moment is not before the beginning of the period. */
    boolean contains(Instant moment, String period) {
        boolean contains = !moment.isBefore(since(period));
        if (contains) {
            validity.endsAt(endOf(moment, period));
        }
        return contains;
    }

    /**
     * When the moment is no longer within the period, to the millisecond; to the day where a month has no such day, as in
     * the month after 31 January.
     */
    private Instant endOf(Instant moment, String period) {
        TemporalAmount length = IsoPeriods.parse(period);
        ZonedDateTime end = moment.atZone(now.get().getZone()).plus(length).plus(1, ChronoUnit.MILLIS);
        while (!moment.isBefore(end.minus(length).toInstant())) {
            end = end.plusDays(1).truncatedTo(ChronoUnit.DAYS);
        }
        return end.toInstant();
    }
}
