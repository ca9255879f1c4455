package org.postroad.track;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages that link tokens name, with the targets of their links. */
@Repository
class TrackedMessages {

    private static final String COLUMNS = "id, customer_id, enrolment_id, journey, step, topic, confirms";

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

    void markSent(UUID id, String customerId, Instant at) {
        jdbc.sql(
                        "update tracked_message set sent_at = :at where id = :id and customer_id = :customer and sent_at is null")
                .param("at", SqlValues.timestamp(at))
                .param("id", id)
                .param("customer", customerId)
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
