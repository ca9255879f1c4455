package org.postroad.deliver.outbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postroad.customer.consent.Consent;
import org.postroad.deliver.Message;
import org.postroad.deliver.MessageEvents;
import org.postroad.deliver.MessageRow;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Of several mails for one customer, the one that matters most goes; the others give way to it, or to one that went shortly
 * before: they wait until the gap is over, or are skipped. One that has waited three times goes before all that have not,
 * so that none waits for ever. Mail that was asked for is never held.
 */
@Repository
public class PrecedenceArbiter {

    /** Names the locks; "mail" in ASCII. */
    private static final int LOCKS = 0x6d61696c;

    private static final String GIVING_WAY = Sql.of(PrecedenceArbiter.class, "giving-way");
    private static final String HOLD = Sql.of(PrecedenceArbiter.class, "hold-messages");

    private final JdbcClient jdbc;
    private final MessageEvents events;

    public PrecedenceArbiter(JdbcClient jdbc, MessageEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Those that may go, in the caller's transaction, which holds their customers: no node decides on two of a customer. */
    List<Message> admit(List<Message> due, Instant now) {
        List<Message> contested =
                due.stream().filter(PrecedenceArbiter::mayYield).toList();
        if (contested.isEmpty()) {
            return due;
        }
        Set<String> held = hold(contested);
        List<Message> others = due.stream()
                .filter(each -> !mayYield(each) || held.contains(each.customerId()))
                .toList();
        Set<UUID> late = holdOutranked(
                others.stream().filter(PrecedenceArbiter::mayYield).toList(), now);
        return others.stream().filter(each -> !late.contains(each.id())).toList();
    }

    private static boolean mayYield(Message message) {
        return message.precedence().mayYield() && !message.topic().equals(Consent.SERVICE);
    }

    /** Customers whom another node is deciding on are left for the next look. */
    private Set<String> hold(List<Message> contested) {
        return new HashSet<>(jdbc.sql("""
                        select customer from unnest(?) as wanted (customer)
                        where pg_try_advisory_xact_lock(?, hashtext(customer))""")
                .params(contested.stream().map(Message::customerId).distinct().toArray(String[]::new), LOCKS)
                .query(String.class)
                .list());
    }

    private Set<UUID> holdOutranked(List<Message> contested, Instant now) {
        List<YieldingMessage> late = jdbc.sql(GIVING_WAY)
                .param("ids", contested.stream().map(Message::id).toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new YieldingMessage(
                        row.getObject("id", UUID.class),
                        row.getObject("other", UUID.class),
                        row.getString("reason"),
                        row.getObject("until", OffsetDateTime.class)))
                .list();
        if (!late.isEmpty()) {
            events.yielded(hold(late, now));
        }
        return late.stream().map(YieldingMessage::id).collect(Collectors.toSet());
    }

    /** @param until when the gap is over */
    private record YieldingMessage(UUID id, UUID other, String reason, OffsetDateTime until) {}

    private List<Message> hold(List<YieldingMessage> late, Instant now) {
        return jdbc.sql(HOLD)
                .param("ids", late.stream().map(YieldingMessage::id).toArray(UUID[]::new))
                .param("others", late.stream().map(YieldingMessage::other).toArray(UUID[]::new))
                .param("reasons", late.stream().map(YieldingMessage::reason).toArray(String[]::new))
                .param(
                        "untils",
                        late.stream().map(each -> each.until().toString()).toArray(String[]::new))
                .query(MessageRow::read)
                .list();
    }
}
