package org.postroad.journey.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An event that was accepted and then waited for hours is as good as any: its age counts from when it was received. */
@PostroadTest
class WaitedEventsIT {

    @Autowired
    Environment environment;

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    WorkScheduler workScheduler;

    @Test
    void endsAnEnrolmentAfterHoursAsADeadLetter() {
        TestCustomer customer = customerFixture.aConsentingCustomer().looksTwiceAt("kettle");
        assertThat(customer.waitsAt()).hasSize(1);

        acceptedTwoHoursAgo(customer, "\"purchased\",\"total\":20", clock.instant());

        assertThat(customer.endReasons()).containsExactly("goal_reached");
    }

    @Test
    void beginsAnEnrolmentAfterHoursAsADeadLetter() {
        TestCustomer customer = customerFixture.aConsentingCustomer().looksAt("kettle");

        acceptedTwoHoursAgo(customer, "\"product_viewed\",\"productId\":\"kettle\"", clock.instant());

        assertThat(customer.openJourneys()).contains("browse-abandonment");
    }

    @Test
    void movesNobodyIfItWasOldWhenItWasReceived() {
        TestCustomer customer = customerFixture.aConsentingCustomer().looksTwiceAt("kettle");

        acceptedTwoHoursAgo(
                customer, "\"purchased\",\"total\":20", clock.instant().minus(Duration.ofMinutes(61)));

        assertThat(customer.endReasons()).isEmpty();
        assertThat(customer.waitsAt()).hasSize(1);
    }

    /** Sends an event that cannot be processed now, and has it tried again two hours later. */
    private void acceptedTwoHoursAgo(TestCustomer customer, String type, Instant occurredAt) {
        Http application = Http.withKey(environment);
        String event =
                "{\"customerId\":\"%s\",\"occurredAt\":\"%s\",\"type\":%s}".formatted(customer.id, occurredAt, type);
        assertThat(application.post("/api/events", event).statusCode()).isEqualTo(202);
        jdbc.sql("update inbox set failure = 'not now'").update();
        workScheduler.advance(Duration.ofHours(2));
        assertThat(application.post("/api/events/set-aside/retry", "").statusCode())
                .isEqualTo(200);
        customer.process();
    }
}
