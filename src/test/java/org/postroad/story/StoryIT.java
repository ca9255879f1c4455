package org.postroad.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.OwnContext;
import org.postroad.PostroadTest;
import org.postroad.time.ApplicationClock;
import org.postroad.time.ScheduledWork;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Sarah's story and each of its other endings, on the real engine, PostgreSQL and SMTP, with the clock moved by hand. */
@OwnContext // when others' customers read their mail would count as what everybody does
@PostroadTest
@TestPropertySource(properties = "postroad.home=target/test-home/story-${random.uuid}")
class StoryIT {

    @Autowired
    Environment environment;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    ApplicationClock clock;

    @Autowired
    List<ScheduledWork> work;

    @Autowired
    JdbcClient jdbc;

    OutsideApplication app;
    RunningShop shop;

    @BeforeEach
    void theShopIsOpen() {
        app = new OutsideApplication(
                URI.create("http://localhost:" + environment.getProperty("local.server.port")), Http.KEY);
        shop = new RunningShop(app);
        shop.opens();
    }

    @Test
    void sarahGetsHerMailOnTuesdayMorningAndBuysWithItsCode() {
        String sarah = somebody("sarah");
        shop.readsMailAround(sarah, LocalTime.of(8, 15));
        shop.buysMostlyWithDiscount(sarah);
        shop.readsBeginnerRunning(sarah);
        workScheduler.advanceTo(nextMondayEvening());
        looksAtRunningShoes(sarah);
        workScheduler.advance(Duration.ofHours(14));

        ZonedDateTime sent = sentTo(sarah);
        assertThat(sent.getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
        assertThat(sent.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(8, 30));
        assertThat(mailsTo(sarah).get(0).get("subject").asText()).contains("Stride", "Sarah");
        String code = "SHIP-" + sarah;
        buys(sarah, Map.of("discountCode", codeOf(sarah).orElse(code)));
        assertThat(endings(sarah)).containsExactly("goal_reached");
        assertThat(conversions(sarah)).containsExactly("browse-abandonment send-still-thinking 129.00");
        assertThat(messages(sarah)).containsExactly("send-still-thinking SENT null");
    }

    @Test
    void whoReadsInTheEveningGetsItInTheEvening() {
        String eve = somebody("eve");
        shop.readsMailAround(eve, LocalTime.of(20, 40));
        workScheduler.advanceTo(nextMondayEvening());
        looksAtRunningShoes(eve);
        workScheduler.advance(Duration.ofHours(25));

        assertThat(sentTo(eve).toLocalTime()).isBetween(LocalTime.of(20, 0), LocalTime.of(21, 30));
    }

    @Test
    void whoBuysBeforeTheBestTimeGetsNothing() {
        String bea = somebody("bea");
        shop.readsMailAround(bea, LocalTime.of(8, 15));
        workScheduler.advanceTo(nextMondayEvening());
        looksAtRunningShoes(bea);
        buys(bea, Map.of());
        workScheduler.advance(Duration.ofDays(5));

        assertThat(endings(bea)).containsExactly("goal_reached");
        assertThat(messages(bea)).isEmpty();
        assertThat(mailsTo(bea)).isEmpty();
    }

    @Test
    void whoBuysBetweenQueueAndPostGetsNothing() {
        String quick = somebody("quick");
        shop.readsMailAround(quick, LocalTime.of(8, 15));
        workScheduler.advanceTo(nextMondayEvening());
        looksAtRunningShoes(quick);
        theEngineAloneReachesTheBestTime();
        assertThat(messages(quick)).containsExactly("send-still-thinking PREPARED null");
        buys(quick, Map.of());
        workScheduler.advance(Duration.ofDays(5));

        assertThat(messages(quick)).containsExactly("send-still-thinking CANCELLED goal_reached");
        assertThat(endings(quick)).containsExactly("goal_reached");
        assertThat(mailsTo(quick)).isEmpty();
    }

    @Test
    void whoUnsubscribesBetweenQueueAndPostGetsNothing() {
        String una = somebody("una");
        shop.readsMailAround(una, LocalTime.of(8, 15));
        workScheduler.advanceTo(nextMondayEvening());
        looksAtRunningShoes(una);
        theEngineAloneReachesTheBestTime();
        app.happens(una, "unsubscribed", Map.of("topic", "marketing", "source", "preference centre"));
        workScheduler.advance(Duration.ofDays(5));

        assertThat(messages(una)).containsExactly("send-still-thinking CANCELLED unsubscribed");
        assertThat(endings(una)).containsExactly("unsubscribed");
        assertThat(mailsTo(una)).isEmpty();
    }

    @Test
    void whoDoesNothingGetsOneReminderAndNoMore() {
        String tom = somebody("tom");
        looksAtRunningShoes(tom);
        workScheduler.advance(Duration.ofDays(12));

        assertThat(messages(tom)).containsExactly("send-still-thinking SENT null", "send-reminder SENT null");
        assertThat(mailsTo(tom)).hasSize(2);
        assertThat(endings(tom)).containsExactly("completed");
    }

    @Test
    void whoHasNotConsentedIsSkippedWithTheReason() {
        String nora = id("nora");
        shop.knowsWithoutConsent(nora, "Nora");
        looksAtRunningShoes(nora);
        workScheduler.advance(Duration.ofDays(1));

        assertThat(messages(nora)).containsExactly("send-still-thinking SKIPPED no_consent");
        assertThat(mailsTo(nora)).isEmpty();
        assertThat(endings(nora)).as("still waits for a purchase").isEmpty();
    }

    @Test
    void whoIsInTheHoldoutGetsNothingAndCountsAsControl() {
        String hal = id("hal");
        shop.knows(hal, "Hal", true);
        looksAtRunningShoes(hal);
        workScheduler.advance(Duration.ofDays(1));
        buys(hal, Map.of());
        workScheduler.advance(Duration.ofMinutes(1));

        assertThat(messages(hal)).containsExactly("send-still-thinking SKIPPED holdout");
        assertThat(mailsTo(hal)).isEmpty();
        assertThat(endings(hal)).containsExactly("goal_reached");
        assertThat(conversions(hal)).isEmpty();
    }

    /** Timers fire and mails are queued, but the post office has not opened yet. */
    private void theEngineAloneReachesTheBestTime() {
        ScheduledWork engine = work.stream()
                .filter(each -> each.name().equals("engine"))
                .findFirst()
                .orElseThrow();
        Instant end = clock.instant().plus(Duration.ofHours(24));
        while (engine.nextDue().filter(due -> !due.isAfter(end)).isPresent()) {
            clock.moveTo(engine.nextDue().orElseThrow());
            engine.runDue();
        }
    }

    private String somebody(String name) {
        String id = id(name);
        shop.knows(id, name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1), false);
        return id;
    }

    private static String id(String name) {
        return "story-" + name;
    }

    private void looksAtRunningShoes(String customer) {
        app.happens(customer, "product_viewed", Map.of("productId", "runner-1", "seconds", 40));
        app.happens(customer, "product_viewed", Map.of("productId", "runner-2", "seconds", 74));
        workScheduler.runDue();
    }

    private void buys(String customer, Map<String, ?> discount) {
        Map<String, Object> order = new HashMap<>(discount);
        order.put("items", List.of(Map.of("productId", "runner-2", "quantity", 1, "price", 129)));
        order.put("total", 129);
        app.happens(customer, "purchased", order);
        workScheduler.runDue();
    }

    private Instant nextMondayEvening() {
        return clock.instant()
                .atZone(RunningShop.NEW_YORK)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .with(LocalTime.of(19, 5))
                .toInstant();
    }

    private ZonedDateTime sentTo(String customer) {
        List<JsonNode> mails = mailsTo(customer);
        assertThat(mails).as("mails to " + customer).hasSize(1);
        return Instant.parse(mails.get(0).get("sentAt").asText()).atZone(RunningShop.NEW_YORK);
    }

    private List<JsonNode> mailsTo(String customer) {
        return app.browseMailsTo(RunningShop.address(customer));
    }

    private java.util.Optional<String> codeOf(String customer) {
        return jdbc.sql("select code from offer_code where customer_id = ?")
                .param(customer)
                .query(String.class)
                .optional();
    }

    private List<String> endings(String customer) {
        return texts(
                "select end_reason from enrolment where customer_id = ? and journey = 'browse-abandonment' and ended_at is not null",
                customer);
    }

    private List<String> messages(String customer) {
        return texts(
                "select step || ' ' || state || ' ' || coalesce(reason, 'null') from message"
                        + " where customer_id = ? and journey = 'browse-abandonment' order by created_at",
                customer);
    }

    private List<String> conversions(String customer) {
        return texts("select journey || ' ' || step || ' ' || revenue from conversion where customer_id = ?", customer);
    }

    private List<String> texts(String sql, String customer) {
        return jdbc.sql(sql).param(customer).query(String.class).list();
    }
}
