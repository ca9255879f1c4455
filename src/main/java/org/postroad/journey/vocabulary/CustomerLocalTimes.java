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
 * Times of day for a customer: a time such as "09:00" is spread over {@link JourneySettings#spread}, so that mail does not
 * leave all at once, and the quiet hours are avoided. A customer's offset in the spread never changes.
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

    /** That time of that day, plus the customer's offset; moved forward by the gap if a clock change skips it. */
    ZonedDateTime on(LocalDate day, LocalTime time, ZoneId zone, String customerId) {
        long seconds = (long) (HashBucket.of(customerId, "spread") * spread.toSeconds());
        return day.atTime(time).atZone(zone).plusSeconds(seconds);
    }

    /** The moment itself, or the end of the quiet hours if it falls into them. */
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
