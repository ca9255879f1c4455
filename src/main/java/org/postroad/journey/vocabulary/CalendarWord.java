package org.postroad.journey.vocabulary;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.Customer;

/**
 * Functions of time, such as {@code after('P3D', '09:00')}. Each returns a moment for a timer, in the customer's time zone.
 * A local time that a daylight saving change skips is moved forward by the gap; of one that occurs twice, the first counts.
 */
@ExpressionDoc("Functions of time, called without a prefix. Times of day are in the customer's time zone.")
public final class CalendarWord implements Word {

    /** Longer than any enrolment lasts. */
    private static final int NEVER_YEARS = 100;

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final CustomerWord customer;
    private final Instant now;
    private final CustomerLocalTimes times;

    CalendarWord(CustomerWord customer, Instant now, CustomerLocalTimes times) {
        this.customer = customer;
        this.now = now;
        this.times = times;
    }

    @ExpressionDoc(value = "That long from now.", example = "${after('PT6H')}")
    public Date after(String period) {
        return date(localNow().plus(IsoPeriods.parse(period)));
    }

    @ExpressionDoc(
            value = "So many days from now, at that time of day; a day later if that has passed already.",
            example = "${after('P3D', '09:00')}")
    public Date after(String period, String time) {
        ZonedDateTime that = on(localNow().plus(IsoPeriods.parse(period)).toLocalDate(), IsoDateTimes.time(time));
        return date(that.toInstant().isAfter(now) ? that : on(that.toLocalDate().plusDays(1), IsoDateTimes.time(time)));
    }

    @ExpressionDoc(value = "The next occurrence of that time of day.", example = "${at('18:30')}")
    public Date at(String time) {
        return after("P0D", time);
    }

    @ExpressionDoc(
            value = "The next such weekday after today, at that time of day.",
            example = "${next('MONDAY', '09:00')}")
    public Date next(String weekday, String time) {
        return date(on(
                localNow().toLocalDate().with(TemporalAdjusters.next(IsoDateTimes.weekday(weekday))),
                IsoDateTimes.time(time)));
    }

    @ExpressionDoc(value = "The next workday (Monday to Friday) after today.", example = "${nextWorkday('09:00')}")
    public Date nextWorkday(String time) {
        return workdays(1, time);
    }

    @ExpressionDoc(value = "That many workdays (Monday to Friday) after today.", example = "${workdays(2, '09:00')}")
    public Date workdays(int days, String time) {
        LocalDate day = localNow().toLocalDate();
        for (int left = days; left > 0; left -= isWorkday(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return date(on(day, IsoDateTimes.time(time)));
    }

    private static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    @ExpressionDoc(
            value =
                    "That long before a moment, at that time of day; at once if that has passed already. Without a moment"
                            + " that can be read, the step becomes an incident of this enrolment.",
            example = "${before(event.startsAt, 'P1D', '09:00')}")
    public Date before(@Nullable Object moment, String period, String time) {
        LocalDate day = IsoDateTimes.instant(moment)
                .atZone(customer.zone())
                .minus(IsoPeriods.parse(period))
                .toLocalDate();
        return date(on(day, IsoDateTimes.time(time)));
    }

    @ExpressionDoc(
            value =
                    "The moment itself, or the end of the quiet hours if it falls into them. Without a moment that can be"
                            + " read, the step becomes an incident of this enrolment.",
            example = "${awake(after('PT2H'))}")
    public Date awake(@Nullable Object moment) {
        return date(times.afterQuietHours(IsoDateTimes.instant(moment).atZone(customer.zone())));
    }

    @ExpressionDoc(
            "At 9 on the customer's next birthday (attribute 'birthday', written like 1987-05-14 or --05-14); in common years, 29"
                    + " February is the 28th. Never, if the birthday is not known or cannot be read.")
    public Date nextBirthday() {
        return customer.monthDay("birthday")
                .map(this::yearly)
                .orElseGet(() -> date(localNow().plusYears(NEVER_YEARS)));
    }

    @ExpressionDoc("At 9 on the next anniversary of the day on which we first knew the customer.")
    public Date nextAnniversary() {
        Instant since = customer.known()
                .map(Customer::createdAt)
                .orElseThrow(() -> new IllegalStateException("The customer does not exist any more."));
        return yearly(MonthDay.from(since.atZone(customer.zone())));
    }

    private Date yearly(MonthDay day) {
        Year year = Year.from(localNow());
        ZonedDateTime thisYear = on(day.atYear(year.getValue()), MORNING);
        return date(
                thisYear.toInstant().isAfter(now)
                        ? thisYear
                        : on(day.atYear(year.plusYears(1).getValue()), MORNING));
    }

    private ZonedDateTime on(LocalDate day, LocalTime time) {
        return times.on(day, time, customer.zone(), customer.id());
    }

    private ZonedDateTime localNow() {
        return now.atZone(customer.zone());
    }

    private static Date date(ZonedDateTime moment) {
        return Date.from(moment.toInstant().truncatedTo(ChronoUnit.MILLIS));
    }
}
