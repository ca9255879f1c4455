package org.postroad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postroad.CountingDataSource.Statements;
import org.postroad.CountingDataSource.Statements.Executed;
import org.postroad.journey.JourneyEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** A node with all stock journeys on which nothing happens asks its database next to nothing. */
@OwnContext
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "postroad.home=target/test-home/${random.uuid}",
            "postroad.time.background=true",
            "postroad.shop.enabled=false",
            "postroad.admin-password=" + Http.PASSWORD,
            "postroad.api-key=" + Http.KEY
        })
@Import(CountingDataSource.Installed.class)
class IdleNodeIT {

    private static final Duration WINDOW = Duration.ofSeconds(20);
    private static final int MOST_A_SECOND = 5;

    @Autowired
    Statements statements;

    @Autowired
    JourneyEngine engine;

    @Test
    void asksAtMostFiveTimesASecond() {
        assertThat(engine.journeys()).hasSize(16);
        await("the start is over")
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ofSeconds(5))
                .until(() -> true);
        statements.clear();
        long began = System.nanoTime();

        await("a window of time")
                .atMost(Duration.ofSeconds(60))
                .until(() -> System.nanoTime() - began >= WINDOW.toNanos());

        double seconds = (System.nanoTime() - began) / 1e9;
        long borrowed = statements.borrowed();
        String what = statements.all().stream()
                .collect(Collectors.groupingBy(IdleNodeIT::shortened, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(each -> each.getValue() + " x " + each.getKey())
                .collect(Collectors.joining("\n"));
        assertThat(statements.all().size() / seconds).as(what).isLessThanOrEqualTo(MOST_A_SECOND);
        assertThat(borrowed / seconds).as("borrowed connections a second").isLessThanOrEqualTo(MOST_A_SECOND);
    }

    private static String shortened(Executed executed) {
        String sql = executed.sql();
        return executed.thread() + ": " + sql.substring(0, Math.min(sql.length(), 90));
    }
}
