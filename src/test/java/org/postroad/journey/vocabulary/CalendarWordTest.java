package org.postroad.journey.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.postroad.customer.Customer;

/** Times of day in the customer's time zone, across daylight saving changes too. */
class CalendarWordTest {

    private static final Duration NO_SPREAD = Duration.ZERO;

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T11:00:00Z, P3D, 09:00, 2026-11-26T09:00:00+01:00",
        "2026-11-23T11:00:00Z, P0D, 09:00, 2026-11-24T09:00:00+01:00",
        "2026-11-23T07:59:59Z, P0D, 09:00, 2026-11-23T09:00:00+01:00",
        "2026-11-23T08:00:00Z, P0D, 09:00, 2026-11-24T09:00:00+01:00",
        "2026-11-23T23:30:00Z, P1D, 09:00, 2026-11-25T09:00:00+01:00", // already the 24th in the customer's zone
        "2026-03-26T11:00:00Z, P3D, 09:00, 2026-03-29T09:00:00+02:00", // daylight saving begins
        "2026-03-26T11:00:00Z, P3D, 02:30, 2026-03-29T03:30:00+02:00", // 02:30 does not exist
        "2026-10-23T10:00:00Z, P2D, 02:30, 2026-10-25T02:30:00+02:00", // exists twice: the first
        "2026-01-31T10:00:00Z, P1M, 09:00, 2026-02-28T09:00:00+01:00",
    })
    void countsDaysInTheCustomersZone(String now, String period, String time, String expected) {
        assertThat(at(now).after(period, time)).isEqualTo(date(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T11:00:00Z, P1D, 2026-03-29T12:00:00+02:00", // a day of 23 hours
        "2026-03-28T11:00:00Z, PT24H, 2026-03-29T13:00:00+02:00",
    })
    void distinguishesADayFromTwentyFourHours(String now, String period, String expected) {
        assertThat(at(now).after(period)).isEqualTo(date(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T11:00:00Z, MONDAY, 2026-11-30T09:00:00+01:00", // a Monday
        "2026-11-23T11:00:00Z, TUESDAY, 2026-11-24T09:00:00+01:00",
    })
    void findsTheNextWeekday(String now, String weekday, String expected) {
        assertThat(at(now).next(weekday, "09:00")).isEqualTo(date(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T11:00:00Z, 1, 2026-11-27T09:00:00+01:00", // Thursday
        "2026-11-27T11:00:00Z, 1, 2026-11-30T09:00:00+01:00", // Friday
        "2026-11-28T11:00:00Z, 1, 2026-11-30T09:00:00+01:00", // Saturday
        "2026-11-27T11:00:00Z, 2, 2026-12-01T09:00:00+01:00",
    })
    void skipsWeekends(String now, int days, String expected) {
        assertThat(at(now).workdays(days, "09:00")).isEqualTo(date(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T19:59:59Z, 2026-11-23T20:59:59+01:00",
        "2026-11-23T20:00:00Z, 2026-11-24T08:00:00+01:00",
        "2026-11-24T03:00:00Z, 2026-11-24T08:00:00+01:00",
        "2026-11-24T07:00:00Z, 2026-11-24T08:00:00+01:00",
    })
    void movesOutOfQuietHours(String moment, String expected) {
        assertThat(at("2026-11-23T11:00:00Z").awake(date(moment))).isEqualTo(date(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T11:00:00Z, 1987-05-14, 2027-05-14T09:00:00+02:00",
        "2026-05-14T06:59:59Z, 1987-05-14, 2026-05-14T09:00:00+02:00",
        "2026-05-14T07:00:00Z, --05-14, 2027-05-14T09:00:00+02:00",
        "2026-11-23T11:00:00Z, 2000-02-29, 2027-02-28T09:00:00+01:00",
        "2027-11-23T11:00:00Z, 2000-02-29, 2028-02-29T09:00:00+01:00",
    })
    void findsTheNextBirthday(String now, String birthday, String expected) {
        CalendarWord calendar = calendar(now, Map.of("birthday", birthday), NO_SPREAD);

        assertThat(calendar.nextBirthday()).isEqualTo(date(expected));
    }

    @Test
    void answersFarFutureForAnUnknownBirthday() {
        assertThat(at("2026-11-23T11:00:00Z").nextBirthday()).isAfter(date("2100-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource
    void answersFarFutureForABirthdayThatCannotBeRead(Object birthday) {
        CalendarWord calendar = calendar("2026-11-23T11:00:00Z", Map.of("birthday", birthday), NO_SPREAD);

        assertThat(calendar.nextBirthday()).isAfter(date("2100-01-01T00:00:00Z"));
    }

    static Stream<Object> answersFarFutureForABirthdayThatCannotBeRead() {
        return Stream.of(
                "",
                " ",
                "05/14/1987",
                "1987-02-30",
                "--13-01",
                "--",
                "x",
                19870514,
                1.5,
                true,
                List.of(),
                List.of("x"),
                Map.of());
    }

    @ParameterizedTest
    @NullSource
    @MethodSource
    void refusesAMomentThatCannotBeRead(@Nullable Object moment) {
        CalendarWord calendar = at("2026-11-23T11:00:00Z");

        assertThatThrownBy(() -> calendar.before(moment, "P1D", "09:00")).hasMessageContaining("is no moment");
        assertThatThrownBy(() -> calendar.awake(moment)).hasMessageContaining("is no moment");
    }

    static Stream<Object> refusesAMomentThatCannotBeRead() {
        return Stream.of("", "2026-11-23", "x", 7, true, List.of("x"), Map.of("a", 1));
    }

    @Test
    void countsBackFromAnEventDate() {
        assertThat(at("2026-06-01T00:00:00Z").before("2026-06-20T18:00:00+02:00", "P1D", "09:00"))
                .isEqualTo(date("2026-06-19T09:00:00+02:00"));
    }

    @Test
    void spreadsATimeOfDayByCustomer() {
        CalendarWord calendar = calendar("2026-11-23T11:00:00Z", Map.of(), Duration.ofMinutes(10));
        Date nine = date("2026-11-24T09:00:00+01:00");

        assertThat(calendar.at("09:00"))
                .isEqualTo(calendar.at("09:00"))
                .isBetween(nine, date("2026-11-24T09:10:00+01:00"));
        assertThat(calendar.at("09:00")).isNotEqualTo(nine);
    }

    private static CalendarWord at(String now) {
        return calendar(now, Map.of(), NO_SPREAD);
    }

    @SuppressWarnings("NullAway") // the calendar reads none of these stores
    private static CalendarWord calendar(String now, Map<String, Object> attributes, Duration spread) {
        Instant moment = Instant.parse(now);
        Customer customer = new Customer(
                "ada", null, null, null, null, ZoneId.of("Europe/Berlin"), attributes, Map.of(), Instant.EPOCH);
        Clock clock = Clock.fixed(moment, ZoneOffset.UTC);
        CustomerWord word = new CustomerWord(
                "ada",
                () -> Optional.of(customer),
                () -> {
                    throw new AssertionError("The calendar must not read the profile.");
                },
                () -> {
                    throw new AssertionError("The calendar must not ask for predictions.");
                },
                new CustomerSources(null, null, null, null, null, null, null, null, null, clock),
                new Validity());
        return new CalendarWord(word, moment, new CustomerLocalTimes(spread, LocalTime.of(21, 0), LocalTime.of(8, 0)));
    }

    private static Date date(String moment) {
        return Date.from(OffsetDateTime.parse(moment).toInstant());
    }
}
