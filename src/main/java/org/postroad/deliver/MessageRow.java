package org.postroad.deliver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.postroad.sql.SqlValues;

/** Reads a {@link Message} from its row. */
public final class MessageRow {

    /** All columns but HTML and MIME. */
    static final String COLUMNS = """
            id, enrolment_id, journey, step, run, customer_id, decision_id, topic, priority, rank, \
            skipped_when_outranked, gap_seconds, yielded_to, content, state, reason, \
            recipient, subject, attempts, due_at, created_at, attempted_at, sent_at, smtp_reply\
            """;

    private MessageRow() {}

    public static Message read(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getObject("enrolment_id", UUID.class),
                row.getString("journey"),
                row.getString("step"),
                row.getInt("run"),
                row.getString("customer_id"),
                row.getObject("decision_id", UUID.class),
                row.getString("topic"),
                row.getInt("priority"),
                new Precedence(
                        row.getInt("rank"),
                        row.getBoolean("skipped_when_outranked"),
                        Duration.ofSeconds(row.getInt("gap_seconds"))),
                row.getObject("yielded_to", UUID.class),
                row.getString("content"),
                MessageState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getInt("attempts"),
                SqlValues.instant(row, "due_at"),
                SqlValues.instant(row, "created_at"),
                SqlValues.instantIfAny(row, "attempted_at").orElse(null),
                SqlValues.instantIfAny(row, "sent_at").orElse(null),
                row.getString("smtp_reply"));
    }
}
