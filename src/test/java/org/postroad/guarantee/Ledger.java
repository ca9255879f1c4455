package org.postroad.guarantee;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database says in the end. */
final class Ledger {

    private final JdbcTemplate jdbc;

    Ledger(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /** Until no event, no step and no mail waits for its turn. */
    void awaitQuiet(Duration patience) {
        await("quiet").atMost(patience).pollInterval(Duration.ofMillis(200)).until(this::quiet);
    }

    /** Until no event waits for its turn. */
    void awaitInboxEmpty(Duration patience) {
        await("an empty inbox").atMost(patience).until(() -> number("select count(*) from inbox") == 0);
    }

    private boolean quiet() {
        try {
            return number("""
                    select (select count(*) from inbox) + (select count(*) from look_back)
                         + (select count(*) from act_ru_job where duedate_ <= now() at time zone 'UTC')
                         + (select count(*) from message where state in ('PREPARED', 'DEFERRED'))""") == 0;
        } catch (DataAccessException e) {
            return false; // the database is down
        }
    }

    long number(String sql, Object... values) {
        Long number = jdbc.queryForObject(sql, Long.class, values);
        return number == null ? 0 : number;
    }

    void update(String sql) {
        jdbc.update(sql);
    }

    long messages(String prefix, String state) {
        return number("select count(*) from message where customer_id like ? and state = ?", prefix + "-%", state);
    }

    /** Ids of the messages in that state, as they stand in a Message-ID. */
    List<String> idsOf(String prefix, String state) {
        return jdbc.queryForList(
                "select id::text from message where customer_id like ? and state = ?",
                String.class,
                prefix + "-%",
                state);
    }

    long orders(String prefix) {
        return number(
                "select coalesce(sum((counters ->> 'orders')::bigint), 0) from profile where customer_id like ?",
                prefix + "-%");
    }

    /** How many customers were counted another number of orders than one. */
    long wrongOrders(String prefix) {
        return number(
                "select count(*) from profile where customer_id like ? and (counters ->> 'orders')::bigint <> 1",
                prefix + "-%");
    }

    long openWalks(String prefix) {
        return number("select count(*) from enrolment where customer_id like ? and ended_at is null", prefix + "-%");
    }

    long endedWalks(String prefix) {
        return number(
                "select count(*) from enrolment where customer_id like ? and ended_at is not null", prefix + "-%");
    }

    /** Tokens at a step, as the engine has it. */
    long tokens(String prefix) {
        return number("""
                select count(*) from act_ru_execution where business_key_ like ? and parent_id_ is null""", prefix + "-%");
    }

    long passed(String prefix, String step) {
        return number("""
                select count(*) from step s join enrolment e on e.id = s.enrolment_id
                where e.customer_id like ? and s.step = ?""", prefix + "-%", step);
    }

    long millisSinceEntry(String prefix) {
        return number("""
                select (extract(epoch from now() - min(entered_at)) * 1000)::bigint from enrolment
                where customer_id like ?""", prefix + "-%");
    }

    long setAside() {
        return number("select count(*) from inbox where failure is not null");
    }

    long incidents() {
        return number("select count(*) from act_ru_incident");
    }
}
