package org.postroad.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.event.EventType;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An event is judged by the state just after it, whatever batch it came in. */
@PostroadTest
class EventsOfOneBatchIT {

    private static final Map<String, Object> ORDER = Map.of("total", 25);

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void celebratesTheFifthOrderAlsoIfTheSixthCameWithIt() {
        TestCustomer customer = customerFixture
                .aConsentingCustomer()
                .did(EventType.PROFILE_CHANGED, clock.instant(), Map.of("birthday", "1987-05-14"));
        assertThat(customer.openJourneys()).contains("milestone");
        for (int order = 1; order <= 4; order++) {
            customer.did(EventType.PURCHASED, clock.instant(), ORDER);
        }

        customer.enqueues(EventType.PURCHASED, ORDER)
                .enqueues(EventType.PURCHASED, ORDER)
                .process();

        assertThat(customer.steps()).contains("places-round-order", "note-orders");
    }

    @Test
    void doesNotSeeInTheLogWhatComesLater() {
        TestCustomer customer = customerFixture.aConsentingCustomer();
        Map<String, Object> view = Map.of("productId", "kettle");

        customer.enqueues(EventType.PRODUCT_VIEWED, view)
                .enqueues(EventType.PRODUCT_VIEWED, view)
                .enqueues(EventType.PRODUCT_VIEWED, view)
                .process();

        assertThat(orderOfTheTrigger(customer, "browse-abandonment")).isEqualTo(2);
    }

    /** The how manieth of the customer's views began the journey. */
    private int orderOfTheTrigger(TestCustomer customer, String journey) {
        return jdbc.sql("""
                        select count(*) from enrolment
                        join event_key key on key.id = trigger_event_id
                        join event on event.customer_id = enrolment.customer_id and event.type = 'product_viewed' and event.seq <= key.seq
                        where enrolment.customer_id = ? and journey = ?""").params(customer.id, journey).query(Integer.class).single();
    }
}
