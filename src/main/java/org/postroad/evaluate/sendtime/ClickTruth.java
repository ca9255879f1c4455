package org.postroad.evaluate.sendtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.postroad.predict.sendtime.WeekSlots;
import org.postroad.shop.world.MailResponseModel;
import org.postroad.shop.world.SimulatedPerson;

/**
 * The probability that a person of the simulated shop clicks a plain mail, by the slot of the week at whose beginning it is sent:
 * the simulator's own functions, averaged over when the person looks next. No model sees it.
 */
final class ClickTruth {

    private static final int DAYS_AHEAD = 4;

    private final double[] probabilities = new double[WeekSlots.A_WEEK];

    /** @param from the person is as interested as at that moment */
    ClickTruth(SimulatedPerson person, Instant from) {
        LookingTimes looks = new LookingTimes(person, from);
        double clicks = MailResponseModel.clickProbability(person, MailResponseModel.pull(person, Optional.empty()));
        double[] opens = new double[DAYS_AHEAD * LookingTimes.MINUTES];
        Arrays.setAll(opens, minute -> MailResponseModel.openProbability(person, Duration.ofMinutes(minute), from));
        for (int slot = 0; slot < probabilities.length; slot++) {
            probabilities[slot] = clicks * opensOf(slot, looks, opens);
        }
    }

    /** @param opens the probability of opening, by the minutes for which the mail has waited when it is looked for */
    private static double opensOf(int slot, LookingTimes looks, double[] opens) {
        int day = slot / WeekSlots.A_DAY;
        int sent = slot % WeekSlots.A_DAY * WeekSlots.MINUTES;
        double sum = 0;
        double notYet = 1;
        for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
            double[] ofDay = looks.on(day + ahead);
            double looked = 0;
            for (int minute = ahead == 0 ? sent + 1 : 0; minute < LookingTimes.MINUTES; minute++) {
                looked += ofDay[minute];
                sum += notYet * ofDay[minute] * opens[ahead * LookingTimes.MINUTES + minute - sent];
            }
            notYet *= 1 - looked;
        }
        return sum + notYet * opens[opens.length - 1];
    }

    double at(int slot) {
        return probabilities[slot];
    }

    /** What the best slot brings. */
    double best() {
        return Arrays.stream(probabilities).max().orElse(0);
    }

    /** What a slot drawn by lot brings. */
    double mean() {
        return Arrays.stream(probabilities).average().orElse(0);
    }

    /** What the beginning of that hour brings, on a day drawn by lot. */
    double atHour(int hour) {
        double sum = 0;
        for (int day = 0; day < 7; day++) {
            sum += probabilities[day * WeekSlots.A_DAY + hour * WeekSlots.A_DAY / 24];
        }
        return sum / 7;
    }

    /** What a slot within that hour brings, on a day drawn by lot. */
    double withinHour(int hour) {
        double sum = 0;
        for (int day = 0; day < 7; day++) {
            for (int quarter = 0; quarter < 4; quarter++) {
                sum += probabilities[day * WeekSlots.A_DAY + hour * WeekSlots.A_DAY / 24 + quarter];
            }
        }
        return sum / 28;
    }
}
