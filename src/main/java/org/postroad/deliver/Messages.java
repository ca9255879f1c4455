package org.postroad.deliver;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.compose.Letter;
import org.postroad.compose.StoredLetters;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored messages: queued, sent, and not sent with the reason. */
@Repository
public class Messages implements StoredLetters {

    private static final String INSERT = Sql.of(Messages.class, "insert-message");
    private static final String SELECT = "select " + MessageRow.COLUMNS + " from message ";
    private static final String CANCEL =
            "update message set state = 'CANCELLED', reason = ? where state in ('PREPARED', 'DEFERRED') and ";

    private final JdbcClient jdbc;
    private final YieldedMessages yielded;
    private final WorkSignal workSignal;

    Messages(JdbcClient jdbc, YieldedMessages yielded, WorkSignal workSignal) {
        this.jdbc = jdbc;
        this.yielded = yielded;
        this.workSignal = workSignal;
    }

    /** The message that an earlier request for the same enrolment, step and run created. */
    Optional<Message> of(MailRequest request) {
        return jdbc.sql(SELECT + "where enrolment_id = ? and step = ? and run = ?")
                .params(request.enrolmentId(), request.step(), request.run())
                .query(MessageRow::read)
                .optional();
    }

    /** The latest that was composed for a step of an enrolment. */
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

    /** The latest in a state, at most {@code limit}. */
    List<Message> in(MessageState state, int limit) {
        return jdbc.sql(SELECT + "where state = ? order by created_at desc limit ?")
                .params(state.name(), limit)
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

    void addSkipped(UUID id, MailRequest request, String reason, Instant now) {
        add(id, request, MessageState.SKIPPED, reason, null, now);
    }

    /** Wakes whoever sends it, after the commit. */
    void addPrepared(UUID id, MailRequest request, PreparedMail mail, Instant now) {
        add(id, request, MessageState.PREPARED, null, mail, now);
        workSignal.signalAfterCommit(WorkTopic.MAIL);
    }

    /** The composed letter, its recipient, and the MIME message as it will be sent. */
    record PreparedMail(String recipient, Letter letter, byte[] mime) {}

    private void add(
            UUID id,
            MailRequest request,
            MessageState state,
            @Nullable String reason,
            @Nullable PreparedMail mail,
            Instant now) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("enrolmentId", request.enrolmentId())
                .param("journey", request.journey())
                .param("step", request.step())
                .param("run", request.run())
                .param("customerId", request.customerId())
                .param("decisionId", request.decisionId())
                .param("topic", request.topic())
                .param("priority", request.priority())
                .param("rank", request.precedence().rank())
                .param("skipped", request.precedence().skipped())
                .param("gap", Math.toIntExact(request.precedence().gap().toSeconds()))
                .param("content", request.content())
                .param("state", state.name())
                .param("reason", reason)
                .param("recipient", mail == null ? null : mail.recipient())
                .param("subject", mail == null ? null : mail.letter().subject())
                .param("html", mail == null ? null : mail.letter().html())
                .param("mime", mail == null ? null : mail.mime())
                .param("now", SqlValues.timestamp(now))
                .update();
    }

    /** Also cancels messages that a node has claimed, but none that it is attempting. */
    List<Message> cancelFor(Collection<UUID> enrolmentIds, String reason) {
        return cancel("enrolment_id = any (?)", enrolmentIds.toArray(UUID[]::new), reason);
    }

    List<Message> cancelAllFor(Collection<String> customerIds, String reason) {
        return cancel("customer_id = any (?)", SqlValues.texts(customerIds), reason);
    }

    /** The cancelled message; empty if it was sent, is being attempted, or was cancelled before. */
    public Optional<Message> cancel(UUID id, String reason) {
        return cancel("id = ?", id, reason).stream().findFirst();
    }

    /** What gave way to the cancelled messages is due again. */
    private List<Message> cancel(String which, Object parameter, String reason) {
        List<Message> cancelled = jdbc.sql(CANCEL + which + " returning " + MessageRow.COLUMNS)
                .params(reason, parameter)
                .query(MessageRow::read)
                .list();
        yielded.release(cancelled.stream().map(Message::id).toList());
        return cancelled;
    }
}
