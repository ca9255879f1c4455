package org.postroad.deliver.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postroad.customer.consent.Consent;
import org.postroad.deliver.Message;
import org.postroad.deliver.MessageEvents;
import org.postroad.deliver.MessageRow;
import org.postroad.deliver.MessageState;
import org.postroad.deliver.YieldedMessages;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Decides which of several messages to one customer is sent: the one with the highest rank. The others yield to it, or to a
 * message that was sent shortly before: they wait until the gap is over, or are skipped once the winner is sent. If the winner
 * is not sent, they are due again. A message that was held three times goes before all that were not, so that none waits
 * forever. Service mail is never held.
 */
@Repository
public class PrecedenceArbiter {

    /** First key of the advisory locks: "mail" in ASCII. */
    private static final int LOCKS = 0x6d61696c;

    private static final String YIELDING = Sql.of(PrecedenceArbiter.class, "yielding-messages");
    private static final String LOCK_WINNERS = Sql.of(PrecedenceArbiter.class, "lock-winners");
    private static final String HOLD = Sql.of(PrecedenceArbiter.class, "hold-messages");

    private final JdbcClient jdbc;
    private final MessageEvents events;
    private final YieldedMessages yieldedMessages;

    public PrecedenceArbiter(JdbcClient jdbc, MessageEvents events, YieldedMessages yieldedMessages) {
        this.jdbc = jdbc;
        this.events = events;
        this.yieldedMessages = yieldedMessages;
    }

    /**
     * Which due messages may be sent.
     *
     * @param heldSome whether any was held, so that others are first now
     */
    record Admission(List<Message> messages, boolean heldSome) {}

    /**
     * Holds the messages that may not be sent. Locks their customers until the caller's transaction ends, so that no two
     * nodes decide on one customer.
     */
    Admission admit(List<Message> due, Instant now) {
        List<Message> contested =
                due.stream().filter(PrecedenceArbiter::mayYield).toList();
        if (contested.isEmpty()) {
            return new Admission(due, false);
        }
        Set<String> locked = lockCustomers(contested);
        List<Message> decidable = due.stream()
                .filter(each -> !mayYield(each) || locked.contains(each.customerId()))
                .toList();
        List<YieldingMessage> yielding =
                yielding(decidable.stream().filter(PrecedenceArbiter::mayYield).toList(), now);
        return new Admission(without(yielding, decidable), hold(yielding));
    }

    private static List<Message> without(List<YieldingMessage> yielding, List<Message> messages) {
        Set<UUID> left = yielding.stream().map(YieldingMessage::id).collect(Collectors.toSet());
        return messages.stream().filter(each -> !left.contains(each.id())).toList();
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

    private List<YieldingMessage> yielding(List<Message> contested, Instant now) {
        return jdbc.sql(YIELDING)
                .param("ids", contested.stream().map(Message::id).toArray(UUID[]::new))
                .param("now", SqlValues.timestamp(now))
                .query((row, number) -> new YieldingMessage(
                        row.getObject("id", UUID.class),
                        row.getObject("other", UUID.class),
                        row.getString("reason"),
                        SqlValues.instant(row, "until")))
                .list();
    }

    /** @param until when the gap is over */
    private record YieldingMessage(UUID id, UUID other, String reason, Instant until) {}

    /**
     * Holds them, but not those whose winner is being changed at this moment: they stay due, and are decided on next time.
     * What had yielded to one that is held now is due again.
     *
     * @return whether any was held
     */
    private boolean hold(List<YieldingMessage> yielding) {
        if (yielding.isEmpty()) {
            return false;
        }
        Map<UUID, Boolean> winners = lockWinners(yielding);
        List<Message> held = hold(
                yielding.stream()
                        .filter(each -> winners.containsKey(each.other()))
                        .toList(),
                winners);
        events.yielded(held.stream().filter(PrecedenceArbiter::isDecided).toList());
        yieldedMessages.release(held.stream().map(Message::id).toList());
        return !held.isEmpty();
    }

    /** Whether it is cancelled, or will be sent later; not whether it waits for what becomes of the winner. */
    private static boolean isDecided(Message held) {
        return held.state() == MessageState.CANCELLED || !held.precedence().skipped();
    }

    /** By id, whether it was sent. */
    private Map<UUID, Boolean> lockWinners(List<YieldingMessage> yielding) {
        Map<UUID, Boolean> winners = new HashMap<>();
        jdbc.sql(LOCK_WINNERS)
                .param("ids", yielding.stream().map(YieldingMessage::other).toArray(UUID[]::new))
                .query(row -> {
                    winners.put(row.getObject("id", UUID.class), row.getBoolean("sent"));
                });
        return winners;
    }

    private List<Message> hold(List<YieldingMessage> yielding, Map<UUID, Boolean> winners) {
        return jdbc.sql(HOLD)
                .param("ids", yielding.stream().map(YieldingMessage::id).toArray(UUID[]::new))
                .param("others", yielding.stream().map(YieldingMessage::other).toArray(UUID[]::new))
                .param("reasons", SqlValues.texts(yielding, YieldingMessage::reason))
                .param("untils", SqlValues.texts(yielding, each -> each.until().toString()))
                .param(
                        "sents",
                        yielding.stream().map(each -> winners.get(each.other())).toArray(Boolean[]::new))
                .query(MessageRow::read)
                .list();
    }
}
