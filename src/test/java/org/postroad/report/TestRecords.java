package org.postroad.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.MonthlyPartitions;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inserts rows as the application writes them, to test what reads them. */
@Component
public class TestRecords {

    private static final String LETTER = """
            <html><body><p>Dear reader</p><a href="https://shop.example/c/token">Look again</a>
            <script>document.title = 'taken over'</script>
            <img src="http://localhost/o/token.gif" width="1" height="1" alt=""></body></html>""";

    private final JdbcClient jdbc;
    private final MonthlyPartitions monthlyPartitions;
    private final JsonColumns json;

    TestRecords(JdbcClient jdbc, MonthlyPartitions monthlyPartitions, JsonColumns json) {
        this.jdbc = jdbc;
        this.monthlyPartitions = monthlyPartitions;
        this.json = json;
    }

    public void customer(String id, String firstName, String email, String timeZone) {
        jdbc.sql("""
                insert into customer (id, email, first_name, time_zone, created_at, updated_at)
                values (?, ?, ?, ?, now(), now())""").params(id, email, firstName, timeZone).update();
    }

    /** An event that has been processed. */
    public void event(String customer, String type, Instant at, Map<String, ?> properties) {
        monthlyPartitions.ensure("event", at);
        jdbc.sql("""
                insert into event (seq, id, customer_id, type, occurred_at, received_at, properties)
                values (nextval('event_seq'), ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(List.of(
                        id(), customer, type, SqlValues.timestamp(at), SqlValues.timestamp(at), json.write(properties)))
                .update();
    }

    public void deadLetter(String customer, String type, Instant at, String failure) {
        event(customer, type, at, Map.of());
        jdbc.sql("""
                insert into inbox (shard, seq, received_at, failure)
                select 0, seq, received_at, ? from event where customer_id = ? and type = ? and occurred_at = ?""").params(failure, customer, type, SqlValues.timestamp(at)).update();
    }

    /** Other tests count on there being none. */
    public void removeDeadLetters(String customer) {
        jdbc.sql("delete from inbox using event e where e.seq = inbox.seq and e.received_at = inbox.received_at"
                        + " and e.customer_id = ? and inbox.failure is not null")
                .param(customer)
                .update();
    }

    public UUID enrolment(String journey, String customer, boolean holdout, Instant entered) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into enrolment (id, journey, customer_id, run, holdout, entered_at) values (?, ?, ?, 1, ?, ?)""")
                .params(id, journey, customer, holdout, SqlValues.timestamp(entered))
                .update();
        return id;
    }

    public void endEnrolment(UUID enrolment, Instant at, String reason) {
        jdbc.sql("update enrolment set ended_at = ?, end_reason = ? where id = ?")
                .params(SqlValues.timestamp(at), reason, enrolment)
                .update();
    }

    public void step(UUID enrolment, String journey, String step, Instant at) {
        monthlyPartitions.ensure("step", at);
        jdbc.sql("insert into step (enrolment_id, step, at, journey) values (?, ?, ?, ?)")
                .params(enrolment, step, SqlValues.timestamp(at), journey)
                .update();
    }

    public UUID decision(
            String customer, @Nullable UUID enrolment, String action, Instant at, Map<String, ?> evidence) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into decision
                       (id, customer_id, enrolment_id, slot, decided_at, action, holdout, propensity, evidence)
                values (:id, :customer, :enrolment, 'report-slot', :at, :action, false, 0.9, :evidence::jsonb)""")
                .param("id", id)
                .param("customer", customer)
                .param("enrolment", enrolment)
                .param("at", SqlValues.timestamp(at))
                .param("action", action)
                .param("evidence", json.write(evidence))
                .update();
        return id;
    }

    /** A mail in any state; it has a letter if there is a subject. */
    public UUID mail(EnrolledStep of, String state, @Nullable String reason, @Nullable String subject, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into message (id, enrolment_id, journey, step, run, customer_id, topic, content, state, reason, subject,
                                     html, due_at, created_at, sent_at, smtp_reply)
                values (:id, :enrolment, :journey, :step, 1, :customer, 'marketing', 'report/letter', :state, :reason, :subject,
                        :html, :at, :at, case when :state = 'SENT' then :at end, '250 2.0.0 taken')""")
                .param("id", id)
                .param("enrolment", of.id)
                .param("journey", of.journey)
                .param("step", of.step)
                .param("customer", of.customer)
                .param("state", state)
                .param("reason", reason)
                .param("subject", subject)
                .param("html", subject == null ? null : LETTER)
                .param("at", SqlValues.timestamp(at))
                .update();
        return id;
    }

    public void conversion(EnrolledStep of, UUID message, Instant at, double revenue) {
        jdbc.sql("""
                insert into conversion (event_id, customer_id, occurred_at, revenue, currency, message_id, enrolment_id,
                                        journey, step, basis)
                values (?, ?, ?, ?, 'EUR', ?, ?, ?, ?, 'code')""")
                .params(List.of(
                        id(), of.customer, SqlValues.timestamp(at), revenue, message, of.id, of.journey, of.step))
                .update();
    }

    /** A step of an enrolment at which something happens. */
    public record EnrolledStep(UUID id, String journey, String step, String customer) {}

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
