package org.postroad.evaluate.sendtime;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.postroad.shop.world.DailyRoutine;
import org.postroad.shop.world.SimulatedPerson;

/** When a person of the simulated shop looks into the mail: how often in each minute of the day, at which the simulator is asked. */
final class LookingTimes {

    static final int MINUTES = 24 * 60;
    private static final int DAYS = 7 * 520;

    /** On workdays and at the weekend: by minute of the day, probabilities. They do not add up to 1: on some days nobody looks. */
    private final double[][] looks = new double[2][MINUTES];

    LookingTimes(SimulatedPerson person, Instant from) {
        DailyRoutine routine = person.rhythm();
        ZonedDateTime begins = from.atZone(routine.zone()).toLocalDate().atStartOfDay(routine.zone());
        Instant ends = begins.toInstant().plus(Duration.ofDays(DAYS));
        int weekendDays = DAYS / 7 * 2;
        for (Instant look = routine.nextMailMoment(person.seed(), begins.toInstant());
                look.isBefore(ends);
                look = routine.nextMailMoment(person.seed(), look)) {
            ZonedDateTime local = look.atZone(routine.zone());
            boolean weekend = DailyRoutine.isWeekend(local.toLocalDate());
            looks[weekend ? 1 : 0][local.getHour() * 60 + local.getMinute()] +=
                    1.0 / (weekend ? weekendDays : DAYS - weekendDays);
        }
    }

    /** @param day 0 is Monday */
    double[] on(int day) {
        return looks[Math.floorMod(day, 7) > 4 ? 1 : 0];
    }
}
