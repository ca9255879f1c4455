package org.postroad.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postroad.customer.erasure.Anonymiser;
import org.postroad.sql.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calls that are to be made, and what came of them. */
@Repository
@Order(20)
class WebhookOutbox implements Anonymiser {

    private static final String ADD = Sql.of(WebhookOutbox.class, "add-call");
    private static final String CLAIM = Sql.of(WebhookOutbox.class, "claim-calls");

    private final JdbcClient jdbc;

    WebhookOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, WebhookCall call, String body, Instant now) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("enrolment", call.enrolmentId())
                .param("journey", call.journey())
                .param("step", call.step())
                .param("run", call.run())
                .param("customer", call.customerId())
                .param("url", call.url())
                .param("body", body)
                .param("now", time(now))
                .update();
    }

    Optional<Instant> nextDue() {
        return jdbc.sql("select min(due_at) from webhook_call where state = 'WAITING'")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Takes what is due for this node; what it has not settled by then, because it died, is due again. */
    List<QueuedWebhookCall> claim(Instant now, Instant until, int limit) {
        return jdbc.sql(CLAIM)
                .param("now", time(now))
                .param("until", time(until))
                .param("limit", limit)
                .query((row, number) -> call(row))
                .list();
    }

    void reschedule(QueuedWebhookCall call, Instant until, String why) {
        jdbc.sql("update webhook_call set due_at = ?, reason = ? where id = ? and state = 'WAITING'")
                .params(time(until), why, call.id())
                .update();
    }

    /** What was told is not kept. False if the call is over already, or its customer was erased meanwhile. */
    boolean complete(QueuedWebhookCall call, boolean answered, String reason) {
        return jdbc.sql("update webhook_call set state = ?, reason = ?, body = '' where id = ? and state = 'WAITING'")
                        .params(answered ? "ANSWERED" : "FAILED", reason, call.id())
                        .update()
                > 0;
    }

    @Override
    public void anonymise(String customerId, String pseudonym) {
        jdbc.sql("delete from webhook_call where customer_id = ?")
                .param(customerId)
                .update();
    }

    private static QueuedWebhookCall call(ResultSet row) throws SQLException {
        return new QueuedWebhookCall(
                row.getObject("id", UUID.class),
                row.getObject("enrolment_id", UUID.class),
                row.getString("journey"),
                row.getString("step"),
                row.getString("customer_id"),
                row.getString("url"),
                row.getString("body"),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
