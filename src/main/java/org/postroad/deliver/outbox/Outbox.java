package org.postroad.deliver.outbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.postroad.deliver.Message;
import org.postroad.deliver.MessageRow;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages that are to be posted, seen by the post office. */
@Repository
public class Outbox {

    private static final String NEXT_DUE = Sql.of(Outbox.class, "next-due");
    private static final String DUE = Sql.of(Outbox.class, "due-messages");
    private static final String LINES = Sql.of(Outbox.class, "lines");
    private static final String IN_LINE = Sql.of(Outbox.class, "lined-up-messages");
    private static final String CLAIM = Sql.of(Outbox.class, "claim-messages");
    private static final String BEGIN = Sql.of(Outbox.class, "begin-attempts");
    private static final String END = Sql.of(Outbox.class, "end-attempts");
    private static final String QUEUE = Sql.of(Outbox.class, "queue-by-domain");

    private final JdbcClient jdbc;

    public Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Instant> nextDue() {
        return jdbc.sql(NEXT_DUE)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Locks and returns what is due and not lined up before its domain. */
    List<Message> due(Instant now, int most) {
        return jdbc.sql(DUE)
                .param("now", sqlTime(now))
                .param("most", most)
                .query(MessageRow::read)
                .list();
    }

    /** The domains that may be written to now, and before which mail is lined up. */
    List<String> queuedDomains(Instant now, int most) {
        return jdbc.sql(LINES)
                .param("now", sqlTime(now))
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Locks and returns the first of each line, as many as granted. */
    List<Message> takeQueued(Map<String, Integer> grants, Instant now) {
        List<String> domains = List.copyOf(grants.keySet());
        return jdbc.sql(IN_LINE)
                .param("domains", domains.toArray(String[]::new))
                .param("grants", domains.stream().map(grants::get).toArray(Integer[]::new))
                .param("now", sqlTime(now))
                .query(MessageRow::read)
                .list();
    }

    void queueForDomain(List<Message> messages) {
        if (!messages.isEmpty()) {
            jdbc.sql("update message set lined_up = true where id = any (?)")
                    .param(ids(messages))
                    .update();
        }
    }

    void claim(List<ClaimedMessage> claims) {
        if (!claims.isEmpty()) {
            jdbc.sql(CLAIM)
                    .param("ids", column(claims, each -> each.message().id(), UUID[]::new))
                    .param("untils", times(claims, ClaimedMessage::until))
                    .update();
        }
    }

    void releaseClaims(List<ClaimedMessage> claims) {
        if (!claims.isEmpty()) {
            jdbc.sql("update message set claimed_until = null where id = any (?)")
                    .param(column(claims, each -> each.message().id(), UUID[]::new))
                    .update();
        }
    }

    /** Marks those as being attempted that are still as they were claimed, and returns their octets. */
    public Map<UUID, byte[]> beginAttempts(List<Message> messages, Instant now) {
        Map<UUID, byte[]> octets = new HashMap<>();
        if (!messages.isEmpty()) {
            jdbc.sql(BEGIN)
                    .param("ids", ids(messages))
                    .param("attempts", column(messages, Message::attempts, Integer[]::new))
                    .param("now", sqlTime(now))
                    .query(row -> {
                        octets.put(row.getObject("id", UUID.class), row.getBytes("mime"));
                    });
        }
        return octets;
    }

    public void endAttempts(List<AttemptOutcome> outcomes) {
        if (!outcomes.isEmpty()) {
            jdbc.sql(END)
                    .param("ids", column(outcomes, each -> each.message().id(), UUID[]::new))
                    .param("states", column(outcomes, each -> each.state().name(), String[]::new))
                    .param("replies", column(outcomes, AttemptOutcome::reply, String[]::new))
                    .param("reasons", column(outcomes, AttemptOutcome::reason, String[]::new))
                    .param("dues", times(outcomes, AttemptOutcome::dueAt))
                    .param("sents", times(outcomes, AttemptOutcome::sentAt))
                    .update();
        }
    }

    /** How much waits for a domain, or for all the others. */
    record DomainQueueSize(String domain, long waiting) {}

    List<DomainQueueSize> queueByDomain(int most) {
        return jdbc.sql(QUEUE)
                .param("most", most)
                .query((row, number) -> new DomainQueueSize(row.getString("domain"), row.getLong("waiting")))
                .list();
    }

    long countUnknown() {
        return jdbc.sql("select count(*) from message where state = 'ATTEMPTING'")
                .query(Long.class)
                .single();
    }

    private static UUID[] ids(List<Message> messages) {
        return column(messages, Message::id, UUID[]::new);
    }

    private static <R, V extends @Nullable Object> V[] column(
            List<R> rows, Function<R, V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /** The driver takes no array of times; the statement casts. */
    private static <R> @Nullable String[] times(List<R> rows, Function<R, @Nullable Instant> time) {
        return column(
                rows,
                row -> {
                    Instant instant = time.apply(row);
                    return instant == null ? null : instant.toString();
                },
                String[]::new);
    }

    private static OffsetDateTime sqlTime(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
