package org.postroad.journey.vocabulary;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.postroad.customer.HashBucket;
import org.postroad.journey.JourneySettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What a time of day means for one customer among many: "09:00" is spread over some minutes, so that not everybody is
 * written to in the same second, and nobody is to be woken. Where somebody stands in the spread never changes.
 */
@Component
final class CustomerLocalTimes {

    private final Duration spread;
    private final LocalTime quietFrom;
    private final LocalTime quietUntil;

    @Autowired
    CustomerLocalTimes(JourneySettings settings) {
        this(settings.spread(), settings.quietFrom(), settings.quietUntil());
    }

    CustomerLocalTimes(Duration spread, LocalTime quietFrom, LocalTime quietUntil) {
        this.spread = spread;
        this.quietFrom = quietFrom;
        this.quietUntil = quietUntil;
    }

    /** That time of that day; if the clocks skip it, as much later as they skip. */
    ZonedDateTime on(LocalDate day, LocalTime time, ZoneId zone, String customerId) {
        long seconds = (long) (HashBucket.of(customerId, "spread") * spread.toSeconds());
        return day.atTime(time).atZone(zone).plusSeconds(seconds);
    }

    /** The moment itself, or when the quiet hours end that it falls into. */
    ZonedDateTime afterQuietHours(ZonedDateTime moment) {
        LocalTime time = moment.toLocalTime();
        boolean overMidnight = quietFrom.isAfter(quietUntil);
        boolean evening = !time.isBefore(quietFrom) && (overMidnight || time.isBefore(quietUntil));
        boolean earlyMorning = overMidnight && time.isBefore(quietUntil);
        if (!evening && !earlyMorning) {
            return moment;
        }
        LocalDate day = moment.toLocalDate().plusDays(evening && overMidnight ? 1 : 0);
        return day.atTime(quietUntil).atZone(moment.getZone());
    }
}
