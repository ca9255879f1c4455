package org.postroad.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.PostroadProcess;

/** The whole road as an outside application sees it: HTTP, the clock, the inbox, and the links in the mail. */
class StoryOverHttpIT {

    private static final String BROWSE = "browse-abandonment";

    private static final Pattern CODE = Pattern.compile("\\bSHIP-[A-Z0-9]+\\b");

    @TempDir
    Path home;

    @Test
    void sarahGetsHerTuesdayMailAndTheOthersGetWhatSuitsThem() {
        int port = PostroadProcess.freePort();
        try (PostroadProcess postroad = PostroadProcess.start(home, port, Map.of("POSTROAD_DECIDE_EXPLORATION", "0"))
                .awaitReady()) {
            OutsideApplication app =
                    new OutsideApplication(URI.create("http://localhost:" + port), postroad.printed("API key"));
            RunningShop shop = new RunningShop(app);
            shop.opens();
            everybodyHasAPast(shop);
            app.moveClockTo(shop.nextMondayEvening());
            for (String browser : List.of("sarah", "walter", "eve", "bea", "una", "tom", "nora", "hal")) {
                looksAtRunningShoes(app, browser);
            }
            buys(app, "bea", Map.of());

            Instant monday = app.now();
            app.moveClockBy("PT14H");
            JsonNode mail = onlyMailOf(app, "sarah");
            arrivesOnTuesdayMorning(mail, monday);
            saysWhatSuitsSarah(mail);
            assertThat(onlyMailOf(app, "walter").get("text").asText()).doesNotContainPattern(CODE);
            assertThat(app.browseMailsTo(RunningShop.address("bea")))
                    .as("bought before the timer")
                    .isEmpty();
            assertThat(app.browseMailsTo(RunningShop.address("nora")))
                    .as("never consented")
                    .isEmpty();
            assertThat(reasonsOfSkippedMails(app, "nora")).containsExactly("no_consent");
            assertThat(app.browseMailsTo(RunningShop.address("hal")))
                    .as("held out")
                    .isEmpty();
            assertThat(reasonsOfSkippedMails(app, "hal")).containsExactly("holdout");

            clicksAndBuysWithTheCode(app, mail);
            unsubscribesWithOneClick(app, onlyMailOf(app, "una"));

            app.moveClockBy("PT12H");
            arrivesInTheEvening(onlyMailOf(app, "eve"));
            app.moveClockBy("P4D");
            assertThat(app.browseMailsTo(RunningShop.address("tom")))
                    .as("the mail and one reminder")
                    .hasSize(2);
            assertThat(app.browseMailsTo(RunningShop.address("sarah")))
                    .as("bought, so no reminder")
                    .hasSize(1);
            assertThat(app.browseMailsTo(RunningShop.address("una")))
                    .as("unsubscribed, so no reminder")
                    .hasSize(1);
            assertThat(endReasonOf(app, "tom", BROWSE)).isEqualTo("completed");
            app.moveClockBy("P10D");
            assertThat(app.browseMailsTo(RunningShop.address("tom")))
                    .as("and nothing more")
                    .hasSize(2);
        }
    }

    private static void everybodyHasAPast(RunningShop shop) {
        for (String reader : List.of("sarah", "walter", "bea", "una", "tom", "hal")) {
            shop.knows(
                    reader,
                    reader.substring(0, 1).toUpperCase(Locale.ROOT) + reader.substring(1),
                    "hal".equals(reader));
            shop.readsMailAround(reader, LocalTime.of(8, 15));
        }
        shop.knows("eve", "Eve", false);
        shop.readsMailAround("eve", LocalTime.of(20, 30));
        shop.knowsWithoutConsent("nora", "Nora");
        shop.readsMailAround("nora", LocalTime.of(8, 15));
        shop.buysMostlyWithDiscount("sarah");
        shop.readsBeginnerRunning("sarah");
        shop.alwaysPaysFullPrice("walter");
    }

    private static void looksAtRunningShoes(OutsideApplication app, String customer) {
        app.happens(customer, "product_viewed", Map.of("productId", "runner-1", "seconds", 40));
        app.happens(customer, "product_viewed", Map.of("productId", "runner-2", "seconds", 74));
    }

    private static void arrivesOnTuesdayMorning(JsonNode mail, Instant monday) {
        ZonedDateTime sent = Instant.parse(mail.get("sentAt").asText()).atZone(RunningShop.NEW_YORK);
        assertThat(sent.getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
        assertThat(sent.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(8, 30));
        assertThat(Duration.between(monday, sent)).isLessThan(Duration.ofHours(14));
    }

    private static void arrivesInTheEvening(JsonNode mail) {
        ZonedDateTime sent = Instant.parse(mail.get("sentAt").asText()).atZone(RunningShop.NEW_YORK);
        assertThat(sent.toLocalTime()).isBetween(LocalTime.of(19, 0), LocalTime.of(22, 0));
    }

    private static void saysWhatSuitsSarah(JsonNode mail) {
        assertThat(mail.get("subject").asText()).contains("Stride").contains("Sarah");
        String html = mail.get("html").asText();
        String text = mail.get("text").asText();
        for (String part : List.of("Cloudstep 1", "Cloudstep 2", "socks", "tracker", "first marathon")) {
            assertThat(html).contains(part);
            assertThat(text).contains(part);
        }
        assertThat(html.indexOf("Cloudstep 2")).as("what she saw comes first").isLessThan(html.indexOf("socks"));
        assertThat(text).doesNotContain("kettle").containsPattern(CODE);
        JsonNode headers = mail.get("headers");
        assertThat(headers.toString()).contains("List-Unsubscribe-Post").contains("List-Unsubscribe=One-Click");
    }

    private static void clicksAndBuysWithTheCode(OutsideApplication app, JsonNode mail) {
        String link = Jsoup.parse(mail.get("html").asText())
                .select("a[href*=/c/]:contains(Take another look)")
                .first()
                .attr("href");
        HttpResponse<String> click = app.open(link);
        assertThat(click.statusCode()).isEqualTo(302);
        assertThat(click.headers().firstValue("Location").orElseThrow()).startsWith("https://shop.example/runner-2");
        app.happens("sarah", "cart_updated", Map.of("items", shoes()));
        var code = CODE.matcher(mail.get("text").asText());
        assertThat(code.find()).isTrue();
        buys(app, "sarah", Map.of("discountCode", code.group(), "discountAmount", 5));
        app.moveClockBy("PT1M");

        assertThat(endReasonOf(app, "sarah", "cart-abandonment"))
                .as("what is in the cart is the cart's affair")
                .isEqualTo("goal_reached");
        JsonNode journey = app.get("/api/journeys/browse-abandonment");
        assertThat(journey.toString()).contains("129");
        assertThat(app.get("/api/customers/sarah").toString()).contains("\"orders\":6");
        assertThat(app.timelineOf("sarah").toString()).contains("email_clicked").contains("free-shipping");
    }

    private static void unsubscribesWithOneClick(OutsideApplication app, JsonNode mail) {
        String header = mail.get("headers").findValue("List-Unsubscribe").toString();
        var http = Pattern.compile("<(http[^>]+)>").matcher(header);
        assertThat(http.find()).isTrue();
        assertThat(app.open(http.group(1)).statusCode())
                .as("a look changes nothing")
                .isEqualTo(200);
        assertThat(endReasonOf(app, "una", BROWSE)).isEmpty();
        assertThat(app.oneClick(http.group(1)).statusCode()).isEqualTo(200);
        app.moveClockBy("PT1M");
        assertThat(endReasonOf(app, "una", BROWSE)).isEqualTo("unsubscribed");
    }

    private static void buys(OutsideApplication app, String customer, Map<String, ?> discount) {
        Map<String, Object> order = new HashMap<>(Map.of("orderId", customer + "-now", "items", shoes(), "total", 129));
        order.putAll(discount);
        app.happens(customer, "purchased", order);
    }

    private static List<Map<String, Object>> shoes() {
        return List.of(Map.of("productId", "runner-2", "quantity", 1, "price", 129));
    }

    private static JsonNode onlyMailOf(OutsideApplication app, String customer) {
        List<JsonNode> mails = app.browseMailsTo(RunningShop.address(customer));
        assertThat(mails).as("mails to " + customer).hasSize(1);
        return mails.get(0);
    }

    private static List<String> reasonsOfSkippedMails(OutsideApplication app, String customer) {
        return app.timelineOf(customer).stream()
                .map(entry -> entry.get("detail"))
                .filter(detail -> detail.path("state").asText().equals("SKIPPED"))
                .map(detail -> detail.get("reason").asText())
                .toList();
    }

    private static String endReasonOf(OutsideApplication app, String customer, String journey) {
        return app.timelineOf(customer).stream()
                .map(entry -> entry.get("detail"))
                .filter(detail -> detail.path("change").asText().equals("ended"))
                .filter(detail -> detail.path("journey").asText().equals(journey))
                .map(detail -> detail.get("reason").asText())
                .findFirst()
                .orElse("");
    }
}
