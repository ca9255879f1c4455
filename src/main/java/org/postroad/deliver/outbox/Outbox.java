package org.postroad.deliver.outbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.deliver.Message;
import org.postroad.deliver.MessageRow;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The messages that wait to be sent. Most wait in one queue; those for a domain whose rate limit is used up wait in a queue
 * of that domain.
 */
@Repository
public class Outbox {

    private static final String NEXT_DUE = Sql.of(Outbox.class, "next-due");
    private static final String DUE = Sql.of(Outbox.class, "due-messages");
    private static final String QUEUED_DOMAINS = Sql.of(Outbox.class, "queued-domains");
    private static final String QUEUED = Sql.of(Outbox.class, "queued-messages");
    private static final String CLAIM = Sql.of(Outbox.class, "claim-messages");
    private static final String BEGIN = Sql.of(Outbox.class, "begin-attempts");
    private static final String END = Sql.of(Outbox.class, "end-attempts");
    private static final String QUEUE_SIZES = Sql.of(Outbox.class, "queue-sizes");

    private final JdbcClient jdbc;

    public Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the next message may be sent; empty if none waits. */
    public Optional<Instant> nextDue() {
        return jdbc.sql(NEXT_DUE)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Locks and returns messages of the common queue that are due. */
    List<Message> due(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", SqlValues.timestamp(now))
                .param("limit", limit)
                .query(MessageRow::read)
                .list();
    }

    /** The domains that have a queue of their own and a free slot. */
    List<String> queuedDomains(Instant now, int limit) {
        return jdbc.sql(QUEUED_DOMAINS)
                .param("now", SqlValues.timestamp(now))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Locks and returns the first messages of these queues, as many as granted. */
    List<Message> takeQueued(Map<String, Integer> grants, Instant now) {
        List<String> domains = List.copyOf(grants.keySet());
        return jdbc.sql(QUEUED)
                .param("domains", SqlValues.texts(domains))
                .param("grants", domains.stream().map(grants::get).toArray(Integer[]::new))
                .param("now", SqlValues.timestamp(now))
                .query(MessageRow::read)
                .list();
    }

    /** Moves messages from the common queue to those of their domains. */
    void queueForDomain(List<Message> messages) {
        if (!messages.isEmpty()) {
            jdbc.sql("update message set lined_up = true where id = any (?)")
                    .param(ids(messages, Message::id))
                    .update();
        }
    }

    void claim(List<ClaimedMessage> claims) {
        if (!claims.isEmpty()) {
            jdbc.sql(CLAIM)
                    .param("ids", ids(claims, each -> each.message().id()))
                    .param("untils", times(claims, ClaimedMessage::until))
                    .update();
        }
    }

    /** Any node may claim these again, unless they have reached another state. */
    public void releaseClaims(List<Message> messages) {
        if (!messages.isEmpty()) {
            jdbc.sql("update message set claimed_until = null where id = any (?) and state in ('PREPARED', 'DEFERRED')")
                    .param(ids(messages, Message::id))
                    .update();
        }
    }

    /** Marks messages as being attempted and returns their MIME. Leaves out those that have changed since they were claimed. */
    public Map<UUID, byte[]> beginAttempts(List<Message> messages, Instant now) {
        Map<UUID, byte[]> mime = new HashMap<>();
        if (!messages.isEmpty()) {
            jdbc.sql(BEGIN)
                    .param("ids", ids(messages, Message::id))
                    .param("attempts", messages.stream().map(Message::attempts).toArray(Integer[]::new))
                    .param("now", SqlValues.timestamp(now))
                    .query(row -> {
                        mime.put(row.getObject("id", UUID.class), row.getBytes("mime"));
                    });
        }
        return mime;
    }

    /**
     * Stores the outcomes. Leaves out messages that are not being attempted.
     *
     * @return the messages for whose outcome others waited
     */
    public Set<UUID> endAttempts(List<AttemptOutcome> outcomes) {
        return outcomes.isEmpty()
                ? Set.of()
                : jdbc
                        .sql(END)
                        .param("ids", ids(outcomes, each -> each.message().id()))
                        .param(
                                "states",
                                SqlValues.texts(outcomes, each -> each.state().name()))
                        .param("replies", SqlValues.texts(outcomes, AttemptOutcome::reply))
                        .param("reasons", SqlValues.texts(outcomes, AttemptOutcome::reason))
                        .param("dues", times(outcomes, AttemptOutcome::dueAt))
                        .param("sents", times(outcomes, AttemptOutcome::sentAt))
                        .query((row, number) ->
                                new EndedAttempt(row.getObject("id", UUID.class), row.getBoolean("outranks")))
                        .stream()
                        .filter(EndedAttempt::outranks)
                        .map(EndedAttempt::id)
                        .collect(Collectors.toSet());
    }

    private record EndedAttempt(UUID id, boolean outranks) {}

    /** How many messages wait for a domain, or for all others together. */
    record DomainQueueSize(String domain, long waiting) {}

    List<DomainQueueSize> queueSizes(int limit) {
        return jdbc.sql(QUEUE_SIZES)
                .param("limit", limit)
                .query((row, number) -> new DomainQueueSize(row.getString("domain"), row.getLong("waiting")))
                .list();
    }

    long countUnknown() {
        return jdbc.sql("select count(*) from message where state = 'ATTEMPTING'")
                .query(Long.class)
                .single();
    }

    private static <R> UUID[] ids(List<R> rows, Function<R, UUID> id) {
        return rows.stream().map(id).toArray(UUID[]::new);
    }

    /** As texts, since the driver takes no array of timestamps; the statement casts them. */
    private static <R> @Nullable String[] times(List<R> rows, Function<R, @Nullable Instant> time) {
        return SqlValues.texts(rows, row -> {
            Instant instant = time.apply(row);
            return instant == null ? null : instant.toString();
        });
    }
}
