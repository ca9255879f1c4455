package org.postroad.rehearse.sample;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.postroad.shop.PersonTraits;

/**
 * Times of day as points on a circle, of which 23:30 and 0:30 are near each other: mean direction and circular standard
 * deviation (Mardia and Jupp, Directional Statistics, 2000, sections 2.2 and 2.3).
 *
 * @param x sum of cosines
 * @param y sum of sines
 * @param moments how many
 */
record HourProfile(double x, double y, double moments) {

    private static final double MINUTES = 24 * 60;
    private static final double LEAST_SPREAD = 15;
    private static final double MOST_SPREAD = 300;

    static final HourProfile EMPTY = new HourProfile(0, 0, 0);

    HourProfile plus(Instant at, ZoneId zone) {
        double angle = 2 * Math.PI * LocalTime.ofInstant(at, zone).toSecondOfDay() / 86_400;
        return new HourProfile(x + Math.cos(angle), y + Math.sin(angle), moments + 1);
    }

    HourProfile plus(HourProfile other) {
        return new HourProfile(x + other.x, y + other.y, moments + other.moments);
    }

    /** As if it were that many moments. */
    HourProfile weighing(double number) {
        return moments == 0 ? this : new HourProfile(x * number / moments, y * number / moments, number);
    }

    /** Midday with the widest spread, if there is nothing. */
    PersonTraits.Hours hours() {
        double length = moments == 0 ? 0 : Math.min(1, Math.hypot(x, y) / moments);
        if (length < 1e-9) {
            return new PersonTraits.Hours(MINUTES / 2, MOST_SPREAD);
        }
        double minute = Math.atan2(y, x) / (2 * Math.PI) * MINUTES;
        double spread = Math.sqrt(-2 * Math.log(length)) / (2 * Math.PI) * MINUTES;
        return new PersonTraits.Hours(
                minute < 0 ? minute + MINUTES : minute, Math.max(LEAST_SPREAD, Math.min(MOST_SPREAD, spread)));
    }
}
