package org.postroad.decide.sendtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BestTimeTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final LocalDateTime MONDAY_EVENING = LocalDateTime.of(2026, 11, 23, 19, 12, 40);
    private static final List<DayOfWeek> WORKDAYS = List.of(DayOfWeek.values()).subList(0, 5);

    @Test
    void choosesTuesdayMorningForAMorningReaderOnMondayEvening() {
        ZonedDateTime best = best(reads(8, 15, 12, WORKDAYS), MONDAY_EVENING, DAY);
        assertThat(best.toLocalDate()).isEqualTo("2026-11-24");
        assertThat(best.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(8, 30));
    }

    @Test
    void choosesTheSameEveningForAnEveningReader() {
        ZonedDateTime best = best(reads(21, 30, 12, WORKDAYS), MONDAY_EVENING, DAY);
        assertThat(best.toLocalDate()).isEqualTo("2026-11-23");
        assertThat(best.toLocalTime()).isBetween(LocalTime.of(21, 10), LocalTime.of(21, 50));
    }

    @Test
    void choosesMidMorningForAnUnknownReader() {
        assertThat(best(Map.of(), MONDAY_EVENING, DAY))
                .isEqualTo(MONDAY_EVENING
                        .withDayOfMonth(24)
                        .withHour(10)
                        .withMinute(0)
                        .withSecond(0)
                        .atZone(NEW_YORK));
    }

    @Test
    void changesLittleAfterOneClickAndMuchAfterThree() {
        LocalTime one = best(Map.of(15 * 60, 1.0), MONDAY_EVENING, DAY).toLocalTime();
        LocalTime three = best(Map.of(15 * 60, 3.0), MONDAY_EVENING, DAY).toLocalTime();
        assertThat(one).isBetween(LocalTime.of(9, 50), LocalTime.of(10, 10));
        assertThat(three).isBetween(LocalTime.of(14, 50), LocalTime.of(15, 10));
    }

    @Test
    void waitsForTheWeekendForWeekendReadersIfTheWindowAllows() {
        Map<Integer, Double> weekend = reads(11, 0, 20, List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        assertThat(best(weekend, MONDAY_EVENING, WEEK).getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
        assertThat(best(weekend, MONDAY_EVENING, DAY).toLocalDate()).isEqualTo("2026-11-24");
    }

    @Test
    void choosesAMinuteAroundMidnight() {
        LocalTime best = best(reads(23, 58, 20, WORKDAYS), MONDAY_EVENING, DAY).toLocalTime();
        assertThat(best.isAfter(LocalTime.of(23, 30)) || best.isBefore(LocalTime.of(0, 30)))
                .isTrue();
    }

    @Test
    void prefersAGoodMomentNowToABetterOneTomorrow() {
        LocalDateTime justAfter = LocalDateTime.of(2026, 11, 24, 8, 20);
        assertThat(best(reads(8, 15, 20, WORKDAYS), justAfter, DAY)).isEqualTo(justAfter.atZone(NEW_YORK));
    }

    @Test
    void keepsLocalTimeOverAClockChange() {
        LocalDateTime saturday = LocalDateTime.of(2026, 3, 7, 12, 0);
        ZonedDateTime spring = best(reads(8, 15, 20, List.of(DayOfWeek.values())), saturday, DAY);
        assertThat(spring.toLocalDate()).isEqualTo("2026-03-08");
        assertThat(spring.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(8, 30));
        ZonedDateTime skipped = best(reads(2, 30, 20, List.of(DayOfWeek.values())), saturday, DAY);
        assertThat(skipped.toLocalTime()).isIn(LocalTime.of(1, 59), LocalTime.of(3, 0));
    }

    private static ZonedDateTime best(Map<Integer, Double> engagement, LocalDateTime now, Duration window) {
        Instant from = now.atZone(NEW_YORK).toInstant();
        WeeklyEngagement posterior = WeeklyEngagement.prior().posterior(engagement, BestTime.PRIOR_STRENGTH);
        return BestTime.best(posterior, from, window, NEW_YORK).atZone(NEW_YORK);
    }

    /** Engagement around a time of day, scattered by a quarter of an hour. */
    private static Map<Integer, Double> reads(int hour, int minute, int times, List<DayOfWeek> days) {
        Random random = new Random(1);
        Map<Integer, Double> engagement = new HashMap<>();
        for (int i = 0; i < times; i++) {
            int scatter = (int) Math.round(15 * random.nextGaussian());
            int day = days.get(i % days.size()).ordinal();
            int at = Math.floorMod((day * 24 + hour) * 60 + minute + scatter, 7 * 24 * 60);
            engagement.merge(at, 1.0, Double::sum);
        }
        return engagement;
    }
}
