package org.postroad.decide.sendtime;

import java.time.DayOfWeek;

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

    /** @param epochDay 0 is 1970-01-01, a Thursday */
    static DayKind ofEpochDay(long epochDay) {
        return Math.floorMod(epochDay + DayOfWeek.THURSDAY.ordinal(), 7) < WORKDAY.daysAWeek ? WORKDAY : WEEKEND;
    }

    /** @param minuteOfWeek 0 is Monday 00:00 */
    static DayKind ofMinute(int minuteOfWeek) {
        return minuteOfWeek / MINUTES < WORKDAY.daysAWeek ? WORKDAY : WEEKEND;
    }
}
