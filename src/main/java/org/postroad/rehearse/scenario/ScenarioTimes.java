package org.postroad.rehearse.scenario;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Formats times as scenarios write them: to the minute, in the scenario's zone. */
final class ScenarioTimes {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private ScenarioTimes() {}

    static String format(ZonedDateTime moment) {
        return MINUTE.format(moment);
    }

    static String format(Instant moment, ZonedDateTime zoneOf) {
        return format(moment.atZone(zoneOf.getZone()));
    }

    /** With the date only if it differs from the other one's. */
    static String formatBeside(ZonedDateTime beside, Instant moment) {
        ZonedDateTime local = moment.atZone(beside.getZone());
        return local.toLocalDate().equals(beside.toLocalDate()) ? TIME.format(local) : format(local);
    }

    static boolean sameMinute(Instant moment, ZonedDateTime expected) {
        return moment.truncatedTo(ChronoUnit.MINUTES)
                .equals(expected.toInstant().truncatedTo(ChronoUnit.MINUTES));
    }
}
