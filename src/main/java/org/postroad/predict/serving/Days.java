package org.postroad.predict.serving;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days since 1970 in UTC, as the models count them. */
final class Days {

    static final int SECONDS = 86_400;

    private Days() {}

    static int of(Instant moment) {
        return (int) Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }

    static Instant startOf(int day) {
        return Instant.ofEpochSecond((long) day * SECONDS);
    }

    static LocalDate date(int day) {
        return LocalDate.ofInstant(startOf(day), ZoneOffset.UTC);
    }
}
