package org.postroad.deliver;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.compose.Letter;
import org.postroad.compose.StoredLetters;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages: what is queued, what was sent, what was not and why. */
@Repository
public class Messages implements StoredLetters {

    private static final String INSERT = Sql.of(Messages.class, "insert-message");
    private static final String SELECT = "select " + MessageRow.COLUMNS + " from message ";
    private static final String CANCEL =
            "update message set state = 'CANCELLED', reason = ? where state in ('PREPARED', 'DEFERRED') and ";

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The message that this order led to before. */
    Optional<Message> of(MailRequest order) {
        return jdbc.sql(SELECT + "where enrolment_id = ? and step = ? and run = ?")
                .params(order.enrolmentId(), order.step(), order.run())
                .query(MessageRow::read)
                .optional();
    }

    /** The latest that was written for a step of an enrolment. */
    Optional<UUID> latestOf(UUID enrolmentId, String step) {
        return jdbc.sql("select id from message where enrolment_id = ? and step = ? and recipient is not null"
                        + " order by run desc limit 1")
                .params(enrolmentId, step)
                .query(UUID.class)
                .optional();
    }

    public Optional<Message> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(MessageRow::read)
                .optional();
    }

    /** The latest in a state, at most so many. */
    List<Message> in(MessageState state, int most) {
        return jdbc.sql(SELECT + "where state = ? order by created_at desc limit ?")
                .params(state.name(), most)
                .query(MessageRow::read)
                .list();
    }

    @Override
    public Optional<String> html(UUID id) {
        return jdbc.sql("select html from message where id = ? and html is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    void addSkipped(UUID id, MailRequest order, String reason, Instant now) {
        add(id, order, MessageState.SKIPPED, reason, null, now);
    }

    void addPrepared(UUID id, MailRequest order, PreparedMail preparedMail, Instant now) {
        add(id, order, MessageState.PREPARED, null, preparedMail, now);
    }

    /** What is written, to whom, as it will be posted. */
    record PreparedMail(String recipient, Letter letter, byte[] mime) {}

    private void add(
            UUID id,
            MailRequest order,
            MessageState state,
            @Nullable String reason,
            @Nullable PreparedMail preparedMail,
            Instant now) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("enrolmentId", order.enrolmentId())
                .param("journey", order.journey())
                .param("step", order.step())
                .param("run", order.run())
                .param("customerId", order.customerId())
                .param("decisionId", order.decisionId())
                .param("topic", order.topic())
                .param("priority", order.priority())
                .param("rank", order.precedence().rank())
                .param("skipped", order.precedence().skipped())
                .param("gap", Math.toIntExact(order.precedence().gap().toSeconds()))
                .param("content", order.content())
                .param("state", state.name())
                .param("reason", reason)
                .param("recipient", preparedMail == null ? null : preparedMail.recipient())
                .param(
                        "subject",
                        preparedMail == null ? null : preparedMail.letter().subject())
                .param(
                        "html",
                        preparedMail == null ? null : preparedMail.letter().html())
                .param("mime", preparedMail == null ? null : preparedMail.mime())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What a node has claimed and not begun to post is cancelled as well; what it begins at this moment is not. */
    List<Message> cancelFor(Collection<UUID> enrolmentIds, String reason) {
        return jdbc.sql(CANCEL + "enrolment_id = any (?) returning " + MessageRow.COLUMNS)
                .params(reason, enrolmentIds.toArray(UUID[]::new))
                .query(MessageRow::read)
                .list();
    }

    List<Message> cancelAllFor(Collection<String> customerIds, String reason) {
        return jdbc.sql(CANCEL + "customer_id = any (?) returning " + MessageRow.COLUMNS)
                .params(reason, customerIds.toArray(String[]::new))
                .query(MessageRow::read)
                .list();
    }

    /** Empty if it has left, or was cancelled before. */
    public Optional<Message> cancel(UUID id, String reason) {
        return jdbc.sql(CANCEL + "id = ? returning " + MessageRow.COLUMNS)
                .params(reason, id)
                .query(MessageRow::read)
                .optional();
    }
}
