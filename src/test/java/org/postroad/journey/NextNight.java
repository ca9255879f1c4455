package org.postroad.journey;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** A moment in the quiet hours, at which no mail leaves at once, however good the hour may be. */
public final class NextNight {

    private static final LocalTime LATE = LocalTime.of(22, 0);

    private NextNight() {}

    /** For customers without a time zone. */
    public static Instant after(Instant now) {
        Instant today = now.atZone(ZoneOffset.UTC).with(LATE).toInstant();
        return today.isAfter(now)
                ? today
                : now.atZone(ZoneOffset.UTC).plusDays(1).with(LATE).toInstant();
    }
}
