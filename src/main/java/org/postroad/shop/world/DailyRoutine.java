package org.postroad.shop.world;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a person looks into the mail and when into the shop, in local time.
 *
 * @param mailMinute minute of the day about which the mail is looked through, Monday to Friday
 * @param mailSpread standard deviation of that, in minutes
 * @param weekendShift how much later it is at the weekend, in minutes
 * @param shopMinute minute of the day about which the person shops
 * @param shopSpread standard deviation of that, in minutes
 */
public record DailyRoutine(
        ZoneId zone, double mailMinute, double mailSpread, double weekendShift, double shopMinute, double shopSpread) {

    private static final int LAST_MINUTE = 24 * 60 - 1;
    private static final double LOOKS_ON_A_DAY = 0.88;
    private static final double LOOKS_AT_AN_ODD_TIME = 0.12;

    /** The next moment at which the person looks into the mail; most days have one, near the usual minute. */
    public Instant nextMailMoment(long seed, Instant after) {
        LocalDate day = after.atZone(zone).toLocalDate();
        for (int ahead = 0; ahead < 30; ahead++, day = day.plusDays(1)) {
            SeededRandom seededRandom = SeededRandom.of(seed, day.toEpochDay());
            boolean looks = seededRandom.chance(LOOKS_ON_A_DAY);
            Instant moment = mailMoment(day, seededRandom);
            if (looks && moment.isAfter(after)) {
                return moment;
            }
        }
        throw new IllegalStateException("Nobody stays away from the mail for 30 days.");
    }

    /** A moment of that day at which the person visits the shop. */
    public Instant shopMoment(LocalDate day, SeededRandom seededRandom) {
        return at(day, seededRandom.gaussian(shopMinute, shopSpread), seededRandom);
    }

    private Instant mailMoment(LocalDate day, SeededRandom seededRandom) {
        double usual = mailMinute + (isWeekend(day) ? weekendShift : 0);
        return at(
                day,
                seededRandom.chance(LOOKS_AT_AN_ODD_TIME)
                        ? seededRandom.between(420, 1380)
                        : seededRandom.gaussian(usual, mailSpread),
                seededRandom);
    }

    private Instant at(LocalDate day, double minute, SeededRandom seededRandom) {
        int inDay = (int) Math.max(0, Math.min(LAST_MINUTE, Math.round(minute)));
        return day.atTime(inDay / 60, inDay % 60, seededRandom.below(60))
                .atZone(zone)
                .toInstant();
    }

    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
