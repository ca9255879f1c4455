package org.postroad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The metrics as Prometheus reads them. */
@PostroadTest
class MetricsIT {

    @Autowired
    Environment environment;

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    WorkScheduler workScheduler;

    Http application;

    @BeforeEach
    void caller() {
        application = Http.withKey(environment);
    }

    @Test
    void countsReceivedEvents() {
        double accepted = value("postroad_events_received_total{result=\"accepted\"}");
        double duplicates = value("postroad_events_received_total{result=\"duplicate\"}");
        double rejected = value("postroad_events_received_total{result=\"rejected\"}");
        double acted = value("postroad_events_acted_total");
        double batches = value("postroad_events_batch_size_events_count");
        double measured = value("postroad_events_batch_seconds_count");

        application.post("/api/events", """
                [{"id":"meter-1","customerId":"meter-ann","type":"searched"},
                 {"id":"meter-1","customerId":"meter-ann","type":"searched"},
                 {"customerId":"meter-ann"}]""");
        workScheduler.runDue();

        assertThat(value("postroad_events_received_total{result=\"accepted\"}")).isEqualTo(accepted + 1);
        assertThat(value("postroad_events_received_total{result=\"duplicate\"}"))
                .isEqualTo(duplicates + 1);
        assertThat(value("postroad_events_received_total{result=\"rejected\"}")).isEqualTo(rejected + 1);
        assertThat(value("postroad_events_acted_total")).isEqualTo(acted + 1);
        assertThat(value("postroad_events_batch_size_events_count")).isEqualTo(batches + 1);
        assertThat(value("postroad_events_batch_seconds_count")).isEqualTo(measured + 1);
    }

    @Test
    void showsTheDepthOfTheInbox() {
        workScheduler.runDue();
        application.post("/api/events", "{\"customerId\":\"meter-ann\",\"type\":\"searched\"}");

        await().atMost(Duration.ofSeconds(10)).until(() -> value("postroad_inbox_depth_events") == 1);
        assertThat(value("postroad_inbox_age_seconds")).isNotNegative();
        assertThat(value("postroad_inbox_set_aside_events")).isZero();

        workScheduler.runDue();
        await().atMost(Duration.ofSeconds(10)).until(() -> value("postroad_inbox_depth_events") == 0);
    }

    @Test
    void countsEnrolmentsTimersAndDecisions() {
        String entered = "postroad_journeys_entries_total{holdout=\"false\",journey=\"browse-abandonment\"}";
        String ended = "postroad_journeys_ends_total{journey=\"browse-abandonment\",reason=\"unsubscribed\"}";
        double entries = value(entered);
        double ends = value(ended);
        double jobs = value("postroad_jobs_lateness_seconds_count");
        double decisions = decisions();

        TestCustomer testCustomer = customerFixture.aConsentingCustomer().looksTwiceAt("runner-2");
        workScheduler.advance(Duration.ofHours(36));
        testCustomer.unsubscribes();

        assertThat(value(entered)).isGreaterThan(entries);
        assertThat(value(ended)).isGreaterThan(ends);
        assertThat(value("postroad_jobs_lateness_seconds_count")).isGreaterThan(jobs);
        assertThat(decisions()).isGreaterThan(decisions);
    }

    @Test
    void keepsCountingIncidentsAfterGarbageCollection() {
        System.gc();

        assertThat(value("postroad_jobs_incidents")).isNotNaN();
    }

    private double decisions() {
        return Stream.of("model", "rule", "exploration", "holdout")
                .mapToDouble(who -> value("postroad_decisions_total{chosenBy=\"" + who + "\"}"))
                .sum();
    }

    @Test
    void containsNoCustomerId() {
        TestCustomer testCustomer = customerFixture.aConsentingCustomer().looksTwiceAt("runner-2");
        application.get("/api/customers/" + testCustomer.id);

        assertThat(scraped()).contains("/api/customers/{id}").doesNotContain(testCustomer.id, "@customers.example");
    }

    @Test
    void describesEachMetric() {
        assertThat(scraped().lines().filter(line -> line.startsWith("# HELP postroad_")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches("# HELP postroad_\\w+ \\S.+"));
    }

    /** 0 if the series is not shown yet. */
    private double value(String series) {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(series) + " (\\S+)$").matcher(scraped());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private String scraped() {
        return application.get("/actuator/prometheus").body();
    }
}
