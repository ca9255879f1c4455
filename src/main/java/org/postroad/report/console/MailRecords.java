package org.postroad.report.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads mails and their outcomes from the database. */
@Component
class MailRecords {

    private static final String FIND = Sql.of(MailRecords.class, "find-message");
    private static final String OUTCOMES = Sql.of(MailRecords.class, "message-outcomes");

    private final JdbcClient jdbc;

    MailRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<MailRecord> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(MailRecords::mail).optional();
    }

    /** Opens, clicks, bounces, purchases and so on; oldest first. */
    List<MailOutcome> outcomes(MailRecord mail) {
        return jdbc.sql(OUTCOMES)
                .param("customer", mail.customerId())
                .param("message", mail.id())
                .query((row, number) ->
                        new MailOutcome(SqlValues.instant(row, "at"), row.getString("type"), row.getString("detail")))
                .list();
    }

    private static MailRecord mail(ResultSet row, int number) throws SQLException {
        return new MailRecord(
                row.getObject("id", UUID.class),
                row.getString("customer_id"),
                row.getString("journey"),
                row.getString("step"),
                row.getObject("decision_id", UUID.class),
                row.getString("topic"),
                row.getString("state"),
                row.getString("reason"),
                row.getObject("yielded_to", UUID.class),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("html"),
                row.getInt("attempts"),
                SqlValues.instant(row, "created_at"),
                SqlValues.instant(row, "due_at"),
                SqlValues.instantIfAny(row, "attempted_at").orElse(null),
                SqlValues.instantIfAny(row, "sent_at").orElse(null),
                row.getString("smtp_reply"),
                SqlValues.texts(row, "targets"));
    }

    /**
     * A mail as stored.
     *
     * @param reason why it was not sent; null if it was, or will be
     * @param yieldedTo the mail of higher precedence for which this one was held back
     * @param html null if nothing was composed
     * @param smtpReply the last reply of the mail server
     * @param targets of its links, by position
     */
    public record MailRecord(
            UUID id,
            String customerId,
            String journey,
            String step,
            @Nullable UUID decisionId,
            String topic,
            String state,
            @Nullable String reason,
            @Nullable UUID yieldedTo,
            @Nullable String recipient,
            @Nullable String subject,
            @Nullable String html,
            int attempts,
            Instant createdAt,
            Instant dueAt,
            @Nullable Instant attemptedAt,
            @Nullable Instant sentAt,
            @Nullable String smtpReply,
            List<String> targets) {}

    /** An event or a purchase that followed a mail. */
    public record MailOutcome(
            Instant at, String type, @Nullable String detail) {}
}
