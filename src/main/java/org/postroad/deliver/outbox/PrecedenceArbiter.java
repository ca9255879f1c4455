package org.postroad.deliver.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postroad.customer.consent.Consent;
import org.postroad.deliver.Message;
import org.postroad.deliver.MessageEvents;
import org.postroad.deliver.MessageRow;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Decides which of several messages to one customer is sent: the one with the highest rank. The others yield to it, or to a
 * message that was sent shortly before: they wait until the gap is over, or are skipped. A message that was held three times
 * goes before all that were not, so that none waits forever. Service mail is never held.
 */
@Repository
public class PrecedenceArbiter {

    /** First key of the advisory locks: "mail" in ASCII. */
    private static final int LOCKS = 0x6d61696c;

    private static final String YIELDING = Sql.of(PrecedenceArbiter.class, "yielding-messages");
    private static final String HOLD = Sql.of(PrecedenceArbiter.class, "hold-messages");

    private final JdbcClient jdbc;
    private final MessageEvents events;

    public PrecedenceArbiter(JdbcClient jdbc, MessageEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * The messages that may be sent; the others are held. Locks their customers until the caller's transaction ends, so that
     * no two nodes decide on one customer.
     */
    List<Message> admit(List<Message> due, Instant now) {
        List<Message> contested =
                due.stream().filter(PrecedenceArbiter::mayYield).toList();
        if (contested.isEmpty()) {
            return due;
        }
        Set<String> locked = lockCustomers(contested);
        List<Message> decidable = due.stream()
                .filter(each -> !mayYield(each) || locked.contains(each.customerId()))
                .toList();
        Set<UUID> held = holdYielding(
                decidable.stream().filter(PrecedenceArbiter::mayYield).toList(), now);
        return decidable.stream().filter(each -> !held.contains(each.id())).toList();
    }

    private static boolean mayYield(Message message) {
        return message.precedence().mayYield() && !message.topic().equals(Consent.SERVICE);
    }

    /** The customers that could be locked; messages of the others are decided on later. */
    private Set<String> lockCustomers(List<Message> contested) {
        return jdbc.sql("""
                        select customer from unnest(?) as wanted (customer)
                        where pg_try_advisory_xact_lock(?, hashtext(customer))""")
                .params(SqlValues.texts(contested, Message::customerId), LOCKS)
                .query(String.class)
                .set();
    }

    private Set<UUID> holdYielding(List<Message> contested, Instant now) {
        List<YieldingMessage> yielding = jdbc.sql(YIELDING)
                .param("ids", contested.stream().map(Message::id).toArray(UUID[]::new))
                .param("now", SqlValues.timestamp(now))
                .query((row, number) -> new YieldingMessage(
                        row.getObject("id", UUID.class),
                        row.getObject("other", UUID.class),
                        row.getString("reason"),
                        SqlValues.instant(row, "until")))
                .list();
        if (!yielding.isEmpty()) {
            events.yielded(hold(yielding));
        }
        return yielding.stream().map(YieldingMessage::id).collect(Collectors.toSet());
    }

    /** @param until when the gap is over */
    private record YieldingMessage(UUID id, UUID other, String reason, Instant until) {}

    private List<Message> hold(List<YieldingMessage> yielding) {
        return jdbc.sql(HOLD)
                .param("ids", yielding.stream().map(YieldingMessage::id).toArray(UUID[]::new))
                .param("others", yielding.stream().map(YieldingMessage::other).toArray(UUID[]::new))
                .param("reasons", SqlValues.texts(yielding, YieldingMessage::reason))
                .param("untils", SqlValues.texts(yielding, each -> each.until().toString()))
                .query(MessageRow::read)
                .list();
    }
}
