package org.postroad.deliver;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages that are to be posted, seen by the post office. */
@Repository
class Outbox {

    private static final String CLAIM = Sql.of(Outbox.class, "claim-due-messages");
    private static final String BEGIN = Sql.of(Outbox.class, "begin-attempts");
    private static final String END = Sql.of(Outbox.class, "end-attempt");

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message and its frozen octets. */
    record Parcel(Message message, byte[] mime) {

        String recipient() {
            return Objects.requireNonNull(message.recipient(), "what is to be posted has a recipient");
        }
    }

    Optional<Instant> nextDue() {
        return jdbc.sql("select due_at from message where state in ('PREPARED', 'DEFERRED') order by due_at limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Locks and returns what is due, at most so many; nobody else gets these until the transaction ends. */
    List<Parcel> claim(Instant now, int most) {
        return jdbc.sql(CLAIM)
                .param("now", sqlTime(now))
                .param("most", most)
                .query((row, number) -> new Parcel(MessageRow.read(row, number), row.getBytes("mime")))
                .list();
    }

    void beginAttempts(List<UUID> ids, Instant now) {
        jdbc.sql(BEGIN)
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", sqlTime(now))
                .update();
    }

    void cancel(UUID id, String reason) {
        jdbc.sql("update message set state = 'CANCELLED', reason = ? where id = ?")
                .params(reason, id)
                .update();
    }

    void sent(UUID id, String reply, Instant at) {
        end(id, MessageState.SENT, reply, null, null, at);
    }

    void deferred(UUID id, String reply, Instant until) {
        end(id, MessageState.DEFERRED, reply, null, until, null);
    }

    void failed(UUID id, String reply, String reason) {
        end(id, MessageState.FAILED, reply, reason, null, null);
    }

    private void end(
            UUID id,
            MessageState state,
            String reply,
            @Nullable String reason,
            @Nullable Instant dueAt,
            @Nullable Instant sentAt) {
        jdbc.sql(END)
                .param("id", id)
                .param("state", state.name())
                .param("reply", reply)
                .param("reason", reason)
                .param("dueAt", sqlTime(dueAt))
                .param("sentAt", sqlTime(sentAt))
                .update();
    }

    /** What an attempt that stays unknown was told last. */
    void note(UUID id, String reply) {
        jdbc.sql("update message set smtp_reply = ? where id = ?")
                .params(reply, id)
                .update();
    }

    private static @Nullable OffsetDateTime sqlTime(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
