package org.postroad.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.postroad.OwnContext;
import org.postroad.PostroadTest;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A small simulated shop in the whole application; the one test that needs a context of its own for it. */
@OwnContext
@PostroadTest
@TestPropertySource(properties = {"postroad.shop.enabled=true", "postroad.shop.customers=300"})
class ShopIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Test
    void itsPeopleWalkTheRoadAndReactToTheirMail() {
        assertThat(count("select count(*) from inbox")).isZero();
        assertThat(count("select count(*) from profile")).isBetween(290L, 300L);
        assertThat(count("select count(*) from enrolment where trigger_event_id is not null"))
                .as("moved by history; audiences take people in at once")
                .isLessThan(5);

        Instant opened = clock.instant();
        workScheduler.advance(Duration.ofDays(3));

        assertThat(count("select count(*) from enrolment")).isGreaterThan(10);
        assertThat(count("select count(*) from message where state = 'SENT'")).isGreaterThan(5);
        assertThat(since(opened, "email_opened")).isPositive();
        assertThat(since(opened, "email_clicked")).isPositive();
        assertThat(since(opened, "product_viewed")).isGreaterThan(50);
        assertThat(count("select count(*) from inbox where failure is not null"))
                .isZero();
    }

    private long since(Instant at, String type) {
        return jdbc.sql("select count(*) from event where received_at > ? and type = ?")
                .params(at.atOffset(ZoneOffset.UTC), type)
                .query(Long.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
