package org.postroad.rehearse.scenario;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as scenarios write them: to the minute, in the zone of the scenario. */
final class ScenarioTimes {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private ScenarioTimes() {}

    static String format(ZonedDateTime moment) {
        return MINUTE.format(moment);
    }

    static String format(Instant moment, ZonedDateTime inZoneOf) {
        return format(moment.atZone(inZoneOf.getZone()));
    }

    /** The day only if it is another one. */
    static String formatBeside(ZonedDateTime beside, Instant moment) {
        ZonedDateTime local = moment.atZone(beside.getZone());
        return local.toLocalDate().equals(beside.toLocalDate()) ? TIME.format(local) : format(local);
    }

    static boolean sameMinute(Instant moment, ZonedDateTime expected) {
        return moment.truncatedTo(ChronoUnit.MINUTES)
                .equals(expected.toInstant().truncatedTo(ChronoUnit.MINUTES));
    }
}
