package org.postroad.decide.sendtime;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;

/** Kinds of days with a daily rhythm of their own. */
enum DayKind {
    WORKDAY(5),
    WEEKEND(2);

    static final int MINUTES = 24 * 60;

    private final int daysAWeek;

    DayKind(int daysAWeek) {
        this.daysAWeek = daysAWeek;
    }

    int daysAWeek() {
        return daysAWeek;
    }

    static DayKind of(ZonedDateTime moment) {
        return moment.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? WEEKEND : WORKDAY;
    }

    /** @param minuteOfWeek 0 is Monday 00:00 */
    static DayKind ofMinute(int minuteOfWeek) {
        return minuteOfWeek / MINUTES < WORKDAY.daysAWeek ? WORKDAY : WEEKEND;
    }
}
