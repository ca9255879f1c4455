package org.postroad.predict.sendtime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The week in quarter-hours of local time: slot 0 begins on Monday at 00:00, and 671 is followed by 0. */
public final class WeekSlots {

    public static final int MINUTES = 15;
    public static final int A_DAY = 24 * 60 / MINUTES;
    public static final int A_WEEK = 7 * A_DAY;

    private static final int FRIDAY = DayOfWeek.FRIDAY.ordinal();
    private static final long MINUTES_A_WEEK = 7 * 24 * 60L;

    private WeekSlots() {}

    /** The slot that contains the moment. */
    public static int of(Instant at, ZoneId zone) {
        ZoneOffset offset = zone.getRules().getOffset(at);
        long localMinute = Math.floorDiv(at.getEpochSecond() + offset.getTotalSeconds(), 60L);
        long sinceMonday = localMinute + DayOfWeek.THURSDAY.ordinal() * 24 * 60L; // 1970-01-01 was a Thursday
        return (int) (Math.floorMod(sinceMonday, MINUTES_A_WEEK) / MINUTES);
    }

    /** @param day 0 is Monday */
    static boolean isWeekend(int day) {
        return day > FRIDAY;
    }
}
