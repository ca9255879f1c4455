package org.postroad.rehearse.sample;

import java.util.ArrayList;
import java.util.List;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes a sample into the rehearsal's database: customers as they are known, and what happened to them as events. */
@Repository
@Conditional(RehearsalMode.class)
class SampleWriter {

    private static final String CUSTOMER = Sql.of(SampleWriter.class, "insert-customers");
    private static final String CONSENT = Sql.of(SampleWriter.class, "insert-consents");
    private static final String SUPPRESSION = Sql.of(SampleWriter.class, "insert-suppressions");

    private static final int EVENTS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JsonColumns json;
    private final EventIntake intake;

    SampleWriter(JdbcClient jdbc, JsonColumns json, EventIntake intake) {
        this.jdbc = jdbc;
        this.json = json;
        this.intake = intake;
    }

    /** Customers come first: what is known of them by now is newer than what their events tell. */
    void write(Sample sample) {
        sample.customers().forEach(customer -> write(customer, sample));
        List<Event> batch = new ArrayList<>(EVENTS_AT_ONCE);
        sample.customers()
                .forEach(customer -> customer.past().forEach(event -> {
                    batch.add(event);
                    if (batch.size() == EVENTS_AT_ONCE) {
                        intake.record(List.copyOf(batch));
                        batch.clear();
                    }
                }));
        intake.record(List.copyOf(batch));
    }

    private void write(SampledCustomer customer, Sample sample) {
        jdbc.sql(CUSTOMER)
                .param("id", customer.id())
                .param("email", customer.email())
                .param("firstName", customer.firstName())
                .param("lastName", customer.lastName())
                .param("locale", customer.locale())
                .param("timeZone", customer.timeZone())
                .param("attributes", json.write(customer.attributes()))
                .param("createdAt", SqlValues.timestamp(customer.createdAt()))
                .param("updatedAt", SqlValues.timestamp(customer.updatedAt()))
                .update();
        customer.consents()
                .forEach(consent -> jdbc.sql(CONSENT)
                        .param("id", customer.id())
                        .param("topic", consent.topic())
                        .param("granted", consent.granted())
                        .param("at", SqlValues.timestamp(consent.at()))
                        .update());
        if (customer.suppressed() != null) {
            jdbc.sql(SUPPRESSION)
                    .param("email", customer.email())
                    .param("reason", customer.suppressed())
                    .param("at", SqlValues.timestamp(sample.starts()))
                    .update();
        }
    }
}
