package org.postroad.journey.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postroad.journey.camunda.TestJourneys.journeyWithoutEvent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postroad.PostroadTest;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.predict.serving.Predictions;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Journeys that customers enter when they begin to match an audience, and leave when they cease to. */
@PostroadTest
@ExtendWith(OutputCaptureExtension.class)
class AudienceMembershipIT {

    private static final Duration UNTIL_THE_NEXT_CHECK = Duration.ofHours(24);

    @Autowired
    TestJourneys journeys;

    @Autowired
    RepositoryService repository;

    @Autowired
    EventIntake intake;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Predictions predictions;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private final List<String> opened = new ArrayList<>();
    private final String person = "member-" + UUID.randomUUID();

    @AfterEach
    void suspendTheJourneys() {
        opened.forEach(repository::suspendProcessDefinitionByKey);
        jdbc.sql("delete from customer where id like ?").param(person + "-%").update();
    }

    @Test
    void enrolsACustomerWithTheEventThatMakesThemMatch() {
        open("regulars", Map.of("audience", "${customer.orders >= 2}"));
        buys(person);
        assertThat(enrolments("regulars", person)).isEmpty();

        buys(person);
        assertThat(enrolments("regulars", person)).containsExactly("inside");

        buys(person);
        workScheduler.advance(UNTIL_THE_NEXT_CHECK);
        assertThat(enrolments("regulars", person)).as("still a member: no news").containsExactly("inside");
    }

    @Test
    void enrolsMatchingCustomersOnDeployment() {
        buys(person);
        open("buyers", Map.of("audience", "${customer.id == '%s' && customer.orders >= 1}".formatted(person)));

        workScheduler.runDue();
        assertThat(enrolments("buyers", person)).containsExactly("inside");
    }

    @Test
    void enrolsACustomerWhoHasBecomeLikelyToBeLost() {
        buys(person);
        double likelier = predictions.of(person).churnRisk(365) + .05;
        open(
                "lost",
                Map.of(
                        "audience",
                        "${customer.id == '%s' && customer.churnRisk('P365D') > %s}".formatted(person, likelier)));
        int days = 0;
        while (predictions.of(person).churnRisk(365) <= likelier) {
            assertThat(enrolments("lost", person)).isEmpty();
            assertThat(days++).isLessThan(100);
            workScheduler.advance(Duration.ofDays(1));
        }
        assertThat(days).isPositive();
        workScheduler.advance(Duration.ofDays(1)); // the model may have been learned anew since this day's check
        assertThat(enrolments("lost", person)).containsExactly("inside");
    }

    @Test
    void enrolsAndExitsCustomersAsTimePasses() {
        open(
                "quiet",
                Map.of(
                        "audience",
                        "${customer.id == '%s' && customer.orders > 0 && !customer.purchasedWithin('P30D')}"
                                .formatted(person),
                        "leave",
                        "true",
                        "reentry",
                        "always"));
        buys(person);
        workScheduler.advance(Duration.ofDays(30));
        assertThat(enrolments("quiet", person)).as("still within 30 days").isEmpty();
        workScheduler.advance(Duration.ofMinutes(10));
        assertThat(enrolments("quiet", person)).containsExactly("inside");

        buys(person);
        assertThat(enrolments("quiet", person)).containsExactly("left_audience");

        workScheduler.advance(Duration.ofDays(30).plusMinutes(10));
        assertThat(enrolments("quiet", person)).containsExactly("left_audience", "inside");
    }

    @Test
    void checksGradualChangesOnceInAWhile() {
        open("unread", Map.of("audience", "${customer.id == '%s' && customer.mailsSent < 0.9}".formatted(person)));
        intake.record(
                List.of(new Event(UUID.randomUUID().toString(), person, "email_sent", clock.instant(), Map.of())));
        workScheduler.runDue();
        assertThat(enrolments("unread", person)).isEmpty();

        workScheduler.advance(Duration.ofDays(60));
        assertThat(enrolments("unread", person)).containsExactly("inside");
    }

    @Test
    void enrolsCustomersOfImportedHistoryLater() {
        open("veterans", Map.of("audience", "${customer.id == '%s' && customer.orders == 1}".formatted(person)));
        workScheduler.runDue();
        buysLongAgo(person);
        assertThat(enrolments("veterans", person)).isEmpty();

        workScheduler.advance(Duration.ofHours(1));
        assertThat(enrolments("veterans", person)).containsExactly("inside");
    }

    @Test
    void enrolsActiveCustomersAtOnceByAnOldEventToo() {
        open("returned", Map.of("audience", "${customer.id == '%s' && customer.orders == 1}".formatted(person)));
        happens(person, "searched", Map.of("query", "shoes"));
        buysLongAgo(person);
        assertThat(enrolments("returned", person)).containsExactly("inside");
    }

    @Test
    void evaluatesNobodyForWhomNothingCanHaveChanged() {
        open("settled", Map.of("audience", "${customer.id == '%s' && customer.orders >= 1}".formatted(person)));
        buys(person);
        assertThat(enrolments("settled", person)).containsExactly("inside");

        assertThat(jdbc.sql("select count(*) from audience_check where customer_id = ?")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void appliesTheReentryRuleToCustomersWhoMatchAgain() {
        open("shy", Map.of("audience", "${customer.attribute('plan') == 'shy'}", "leave", "true", "reentry", "once"));
        plans(person, "shy");
        assertThat(enrolments("shy", person)).containsExactly("inside");
        plans(person, "bold");
        plans(person, "shy");
        assertThat(enrolments("shy", person)).containsExactly("left_audience");
    }

    @Test
    void keepsCustomersWhoCeaseToMatchByDefault() {
        open("faithful", Map.of("audience", "${customer.attribute('plan') == 'faithful'}"));
        plans(person, "faithful");
        plans(person, "fickle");
        assertThat(enrolments("faithful", person)).containsExactly("inside");
    }

    @Test
    void logsAFailingExpressionOnceAndEnrolsTheOthers(CapturedOutput output) {
        open("sized", Map.of("audience", "${customer.attribute('size') > 40}"));
        String broken = person + "-broken";
        String other = person + "-other";
        intake.record(List.of(
                changes(broken, Map.of("size", "forty-two")),
                changes(other, Map.of("size", "huge")),
                changes(person, Map.of("size", 42))));
        workScheduler.runDue();

        assertThat(enrolments("sized", person)).containsExactly("inside");
        assertThat(enrolments("sized", broken)).isEmpty();
        assertThat(output.getOut().lines().filter(line -> line.contains("Nobody can enter journey 'sized'")))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).doesNotContain("forty-two", "huge"));
    }

    @Test
    void enrolsNoFasterThanTheRate() {
        intake.record(IntStream.range(0, 800)
                .mapToObj(i -> changes(person + "-" + i, Map.of("crowd", person)))
                .toList());
        workScheduler.runDue();
        open("crowded", Map.of("audience", "${customer.attribute('crowd') == '%s'}".formatted(person)));
        for (int second = 0; number("crowded") < 800; second++) {
            assertThat(second).as("seconds until all are in").isLessThan(30);
            workScheduler.advance(Duration.ofSeconds(1));
        }
        assertThat(jdbc.sql("select count(distinct entered_at) from enrolment where journey = 'crowded'")
                        .query(Integer.class)
                        .single())
                .as("not all at once")
                .isGreaterThan(1);
    }

    @Test
    void refusesAnAudienceThatUsesEvents() {
        assertThatThrownBy(() -> open("refused", Map.of("audience", "${event.productId == 'x'}")))
                .hasMessageContaining("Start event 'begins'")
                .hasMessageContaining("'event' is not known here");
    }

    private void open(String key, Map<String, String> entry) {
        journeys.deploy(
                key,
                journeyWithoutEvent(key)
                        .intermediateCatchEvent("waits")
                        .message("searched")
                        .endEvent("done")
                        .done(),
                Map.of("begins", entry));
        opened.add(key);
    }

    private void buys(String customer) {
        happens(customer, "purchased", Map.of("orderId", UUID.randomUUID().toString(), "total", 10));
    }

    private void buysLongAgo(String customer) {
        Instant moment = clock.instant().minus(Duration.ofDays(400));
        intake.record(new Event(UUID.randomUUID().toString(), customer, "purchased", moment, Map.of("total", 10)));
        workScheduler.runDue();
    }

    private void plans(String customer, String plan) {
        intake.record(changes(customer, Map.of("plan", plan)));
        workScheduler.runDue();
    }

    private Event changes(String customer, Map<String, Object> attributes) {
        return new Event(UUID.randomUUID().toString(), customer, "profile_changed", clock.instant(), attributes);
    }

    private void happens(String customer, String type, Map<String, Object> properties) {
        intake.record(new Event(UUID.randomUUID().toString(), customer, type, clock.instant(), properties));
        workScheduler.runDue();
    }

    /** The end reasons of a customer's enrolments; {@code inside} if one is open. */
    private List<String> enrolments(String journey, String customer) {
        return jdbc.sql("""
                        select coalesce(end_reason, 'inside') from enrolment
                        where journey = ? and customer_id = ? order by run""").params(journey, customer).query(String.class).list();
    }

    private int number(String journey) {
        return jdbc.sql("select count(*) from enrolment where journey = ?")
                .param(journey)
                .query(Integer.class)
                .single();
    }
}
