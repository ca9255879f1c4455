package org.postroad.guarantee;

import java.time.Duration;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.postroad.journey.camunda.TestJourneys;

/** Customers who wait for a timer, all in one journey, and then for one that fails if nothing is known of them. */
final class WaitingCustomers {

    private static final String JOURNEY = "waits-twice";

    private final Errands errands;
    private final Ledger ledger;
    private final String prefix;
    private final int number;

    WaitingCustomers(Errands errands, Ledger ledger, String prefix, int number) {
        this.errands = errands;
        this.ledger = ledger;
        this.prefix = prefix;
        this.number = number;
    }

    /** Returns when all wait. */
    WaitingCustomers begin(TestJourneys journeys, IntPredicate hasDate, Duration patience) {
        journeys.deploy(
                JOURNEY,
                TestJourneys.journey(JOURNEY)
                        .intermediateCatchEvent("hours")
                        .timerWithDuration("PT2H")
                        .intermediateCatchEvent("date")
                        .timerWithDate("${before(customer.attribute('startsAt'), 'P1D', '09:00')}")
                        .endEvent("done")
                        .done());
        IntStream.range(0, number)
                .filter(hasDate)
                .forEach(i -> errands.all("profile_changed", i, i + 1, Map.of("startsAt", "2040-11-25T12:00:00Z")));
        errands.all(TestJourneys.beginningOf(JOURNEY), 0, number, Map.of());
        Awaitility.await().atMost(patience).until(() -> ledger.tokens(prefix) == number);
        return this;
    }

    /** Their timers have been tried before, and have only this try left. */
    WaitingCustomers onTheLastTry() {
        ledger.update("update act_ru_job set retries_ = 1, exception_msg_ = 'tried before' where " + theirs());
        return this;
    }

    void fallDue() {
        ledger.update("update act_ru_job set duedate_ = now() at time zone 'UTC' where " + theirs());
    }

    /** How many have come to the second timer. */
    long passed() {
        return ledger.passed(prefix, "date");
    }

    /** How many of their jobs are so. */
    long jobs(String condition) {
        return ledger.number("select count(*) from act_ru_job where " + theirs() + " and " + condition);
    }

    /** In how many transactions their jobs were made. */
    long transactions() {
        return ledger.number("select count(distinct xmin::text) from act_ru_job where " + theirs());
    }

    private String theirs() {
        return "process_instance_id_ in (select id_ from act_ru_execution where business_key_ like '" + prefix
                + "-%' and proc_def_key_ = '" + JOURNEY + "')";
    }
}
