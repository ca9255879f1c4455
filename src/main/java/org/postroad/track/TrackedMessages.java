package org.postroad.track;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages that link tokens name, with the targets of their links. */
@Repository
class TrackedMessages {

    private static final String COLUMNS = "id, customer_id, enrolment_id, journey, step, topic, confirms";

    private static final String MARK_SENT = Sql.of(TrackedMessages.class, "mark-sent");

    private final JdbcClient jdbc;

    TrackedMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(TrackedMessage message, @Nullable String offerCode, List<String> targets) {
        jdbc.sql("insert into tracked_message (" + COLUMNS
                        + ", offer_code, targets) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(message.id(), message.customerId(), message.enrolmentId(), message.journey(), message.step())
                .params(message.topic(), message.confirms(), offerCode, SqlValues.texts(targets))
                .update();
    }

    Optional<TrackedMessage> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from tracked_message where id = :id")
                .param("id", id)
                .query(TrackedMessage.class)
                .optional();
    }

    /** The target of the link at this position, from 0; arrays count from 1 in SQL. */
    Optional<String> target(UUID id, int position) {
        return jdbc.sql("select targets[:place] from tracked_message where id = :id and cardinality(targets) >= :place")
                .param("id", id)
                .param("place", position + 1)
                .query(String.class)
                .optional();
    }

    /** Of a message that was sent, by its id; only if it is this customer's. */
    record Sent(UUID id, String customerId, Instant at) {}

    void markSent(List<Sent> sent) {
        jdbc.sql(MARK_SENT)
                .param("ids", SqlValues.texts(sent, one -> one.id().toString()))
                .param("customers", SqlValues.texts(sent, Sent::customerId))
                .param("times", SqlValues.texts(sent, one -> one.at().toString()))
                .update();
    }

    /** Those of the customers to whom a message was ever sent. */
    Set<String> customersMailed(Collection<String> customerIds) {
        return jdbc.sql(
                        "select distinct customer_id from tracked_message where customer_id = any(:ids) and sent_at is not null")
                .param("ids", SqlValues.texts(customerIds))
                .query(String.class)
                .set();
    }

    /** The latest message that carried the code to this customer and was sent by then. */
    Optional<TrackedMessage> latestWithCode(String offerCode, String customerId, Instant by) {
        return jdbc.sql("select " + COLUMNS + " from tracked_message where offer_code = :code"
                        + " and customer_id = :customer and sent_at <= :by order by sent_at desc limit 1")
                .param("code", offerCode)
                .param("customer", customerId)
                .param("by", SqlValues.timestamp(by))
                .query(TrackedMessage.class)
                .optional();
    }
}
