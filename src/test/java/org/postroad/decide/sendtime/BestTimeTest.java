package org.postroad.decide.sendtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroad.predict.sendtime.MailTrace;
import org.postroad.predict.sendtime.SendTimeModel;
import org.postroad.predict.sendtime.WeekSlots;

class BestTimeTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final LocalDateTime MONDAY_EVENING = LocalDateTime.of(2026, 11, 23, 19, 12, 40);
    private static final List<DayOfWeek> WORKDAYS = List.of(DayOfWeek.values()).subList(0, 5);
    private static final List<DayOfWeek> EVERY_DAY = List.of(DayOfWeek.values());
    private static final UnaryOperator<ZonedDateTime> NO_QUIET_HOURS = UnaryOperator.identity();

    @Test
    void choosesTuesdayMorningForAMorningReaderOnMondayEvening() {
        ZonedDateTime best = best(reads(8, 15, 12, WORKDAYS), MONDAY_EVENING, DAY);
        assertThat(best.toLocalDate()).isEqualTo("2026-11-24");
        assertThat(best.toLocalTime()).isBetween(LocalTime.of(7, 0), LocalTime.of(8, 15));
    }

    @Test
    void choosesTheSameEveningForAnEveningReader() {
        ZonedDateTime best = best(reads(21, 30, 12, WORKDAYS), MONDAY_EVENING, DAY);
        assertThat(best.toLocalDate()).isEqualTo("2026-11-23");
        assertThat(best.toLocalTime()).isBetween(LocalTime.of(20, 15), LocalTime.of(21, 30));
    }

    @Test
    void choosesMidMorningForAnUnknownReader() {
        assertThat(best(List.of(), MONDAY_EVENING, DAY))
                .isEqualTo(LocalDateTime.of(2026, 11, 24, 10, 0).atZone(NEW_YORK));
    }

    @Test
    void changesLittleAfterOneClickAndMuchAfterThree() {
        LocalTime one = best(reads(15, 0, 1, WORKDAYS), MONDAY_EVENING, DAY).toLocalTime();
        LocalTime three = best(reads(15, 0, 3, WORKDAYS), MONDAY_EVENING, DAY).toLocalTime();
        assertThat(one).isBetween(LocalTime.of(9, 30), LocalTime.of(10, 30));
        assertThat(three).isBetween(LocalTime.of(13, 45), LocalTime.of(15, 0));
    }

    @Test
    void waitsForTheWeekendForWeekendReadersIfTheWindowAllows() {
        List<MailTrace> weekend = reads(11, 0, 20, List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        assertThat(best(weekend, MONDAY_EVENING, WEEK).getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
        assertThat(best(weekend, MONDAY_EVENING, DAY).toLocalDate()).isEqualTo("2026-11-24");
    }

    @Test
    void choosesAMinuteAroundMidnight() {
        LocalTime best = best(reads(0, 10, 20, EVERY_DAY), MONDAY_EVENING, DAY).toLocalTime();
        assertThat(best.isAfter(LocalTime.of(22, 45)) || best.isBefore(LocalTime.of(0, 15)))
                .isTrue();
    }

    @Test
    void prefersAGoodMomentNowToABetterOneTomorrow() {
        LocalDateTime justNow = LocalDateTime.of(2026, 11, 24, 7, 40);
        assertThat(best(reads(8, 15, 20, WORKDAYS), justNow, DAY)).isEqualTo(justNow.atZone(NEW_YORK));
    }

    @Test
    void keepsLocalTimeOverAClockChange() {
        LocalDateTime saturday = LocalDateTime.of(2026, 3, 7, 12, 0);
        ZonedDateTime spring = best(reads(8, 15, 20, EVERY_DAY), saturday, DAY);
        assertThat(spring.toLocalDate()).isEqualTo("2026-03-08");
        assertThat(spring.toLocalTime()).isBetween(LocalTime.of(7, 0), LocalTime.of(8, 15));
        ZonedDateTime skipped = best(reads(2, 30, 20, EVERY_DAY), saturday, DAY);
        assertThat(skipped.toLocalTime()).isBetween(LocalTime.of(1, 0), LocalTime.of(3, 0));
    }

    @Test
    void leavesQuietHoursOutFirst() {
        ZonedDateTime best = best(reads(6, 30, 20, EVERY_DAY), MONDAY_EVENING, DAY, BestTimeTest::fromNine);
        assertThat(best.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(21, 0));
    }

    @Test
    void takesTheEndOfTheQuietHoursIfTheWholeWindowIsQuiet() {
        LocalDateTime night = LocalDateTime.of(2026, 11, 24, 3, 0);
        assertThat(best(List.of(), night, Duration.ofHours(2), BestTimeTest::fromNine))
                .isEqualTo(night.withHour(9).atZone(NEW_YORK));
    }

    @Test
    void exploresATenthOfTheSendsUntilTwentyFourMailsAreKnown() {
        assertThat(explored(0)).isZero();
        assertThat(explored(2)).isZero();
        assertThat(explored(3)).isBetween(400L, 600L);
        assertThat(explored(23)).isEqualTo(explored(3));
        assertThat(explored(24)).isZero();
    }

    @Test
    void drawsAnyAllowedMoment() {
        Moments moments = new Moments(MONDAY_EVENING.atZone(NEW_YORK).toInstant(), DAY, NEW_YORK, NO_QUIET_HOURS);
        assertThat(moments.drawn(0)).isEqualTo(MONDAY_EVENING.atZone(NEW_YORK).toInstant());
        assertThat(moments.drawn(Math.nextDown(1.0)))
                .isEqualTo(
                        LocalDateTime.of(2026, 11, 24, 19, 0).atZone(NEW_YORK).toInstant());
    }

    private static long explored(int mails) {
        return IntStream.range(0, 5_000)
                .filter(customer -> BestTime.explores("customer-" + customer, "2026-11-24", mails, 0.1))
                .count();
    }

    private static ZonedDateTime fromNine(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        return time.isBefore(LocalTime.of(9, 0))
                ? at.toLocalDate().atTime(9, 0).atZone(at.getZone())
                : time.isBefore(LocalTime.of(21, 0))
                        ? at
                        : fromNine(at.toLocalDate().plusDays(1).atStartOfDay(at.getZone()));
    }

    private static ZonedDateTime best(List<MailTrace> mails, LocalDateTime now, Duration window) {
        return best(mails, now, window, NO_QUIET_HOURS);
    }

    private static ZonedDateTime best(
            List<MailTrace> mails, LocalDateTime now, Duration window, UnaryOperator<ZonedDateTime> awake) {
        return new Moments(now.atZone(NEW_YORK).toInstant(), window, NEW_YORK, awake)
                .best(SendTimeModel.prior().of(mails))
                .atZone(NEW_YORK);
    }

    /** Responses around a time of day, scattered by a quarter of an hour; when the mails were sent is not known. */
    private static List<MailTrace> reads(int hour, int minute, int times, List<DayOfWeek> days) {
        Random random = new Random(1);
        List<MailTrace> mails = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int scatter = (int) Math.round(15 * random.nextGaussian());
            int day = days.get(i % days.size()).ordinal();
            int at = Math.floorMod((day * 24 + hour) * 60 + minute + scatter, 7 * 24 * 60);
            mails.add(new MailTrace(at / WeekSlots.MINUTES, 0, true, false));
        }
        return mails;
    }
}
