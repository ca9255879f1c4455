package org.postroad.track;

import java.util.Locale;
import org.postroad.event.Event;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The purchases that are credited to messages; each is credited once. */
@Repository
class Conversions {

    private final JdbcClient jdbc;

    Conversions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Conversion conversion) {
        Event purchase = conversion.purchase();
        TrackedMessage message = conversion.message();
        jdbc.sql("insert into conversion (event_id, customer_id, occurred_at, revenue, currency, message_id,"
                        + " enrolment_id, journey, step, basis)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (event_id) do nothing")
                .params(purchase.id(), purchase.customerId(), SqlValues.timestamp(purchase.occurredAt()))
                .params(conversion.revenue(), conversion.currency())
                .params(message.id(), message.enrolmentId(), message.journey(), message.step())
                .params(conversion.basis().name().toLowerCase(Locale.ROOT))
                .update();
    }
}
