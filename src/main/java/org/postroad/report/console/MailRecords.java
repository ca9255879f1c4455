package org.postroad.report.console;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of each mail. */
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

    /** What came back: opens, clicks, bounces, purchases; oldest first. */
    List<MailOutcome> outcomes(MailRecord mail) {
        return jdbc.sql(OUTCOMES)
                .param("customer", mail.customerId())
                .param("message", mail.id())
                .query((row, number) -> new MailOutcome(
                        row.getTimestamp("at").toInstant(), row.getString("type"), row.getString("detail")))
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
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                moment(row, "attempted_at"),
                moment(row, "sent_at"),
                row.getString("smtp_reply"),
                texts(row.getArray("targets")));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /**
     * A mail as the post office keeps it.
     *
     * @param reason why it was not sent; null if it was, or will be
     * @param yieldedTo the mail that went first when this one was held
     * @param html null if nothing was composed
     * @param smtpReply what the mail server said last
     * @param targets where its links lead, by position
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

    /** Something that a mail brought about. */
    public record MailOutcome(
            Instant at, String type, @Nullable String detail) {}
}
