package org.postroad.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.time.Agenda;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@PostroadTest
@TestPropertySource(properties = {"postroad.shop.enabled=true", "postroad.shop.customers=2000"})
class ShopIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Agenda agenda;

    @Autowired
    Clock clock;

    @Autowired
    Catalog catalog;

    @Test
    void stats() {
        System.out.println(jdbc.sql("select type, count(*) from event group by 1 order by 1")
                .query()
                .listOfRows());
        for (int i = 0; i < 2; i++) {
            long t = System.nanoTime();
            Instant from = clock.instant();
            agenda.advance(Duration.ofDays(1));
            System.out.println("day " + (System.nanoTime() - t) / 1_000_000 + " ms");
            System.out.println(jdbc.sql("select type, count(*) from event where received_at >= ? group by 1 order by 1")
                    .param(from.atOffset(java.time.ZoneOffset.UTC))
                    .query()
                    .listOfRows());
        }
        System.out.println(jdbc.sql("select count(*) from event where failure is not null")
                .query()
                .listOfRows());
        System.out.println(jdbc.sql("select count(*) from enrolment").query().listOfRows());
        System.out.println(jdbc.sql("select state, reason, count(*) from message group by 1,2")
                .query()
                .listOfRows());
    }
}
