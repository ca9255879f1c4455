package org.postroad.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.customer.Consent;
import org.postroad.customer.Customers;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.postroad.time.Agenda;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and machines do with the links of a mail, over HTTP and without a login. */
@PostroadTest
class TrackedMailIT {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Autowired
    Tracking tracking;

    @Autowired
    EventLog log;

    @Autowired
    EventIntake intake;

    @Autowired
    Customers customers;

    @Autowired
    Agenda agenda;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Environment environment;

    private final String customer = "track-" + UUID.randomUUID();
    private final UUID message = UUID.randomUUID();
    private Tracking.Links links;
    private String shoes;
    private Http nobody;

    @BeforeEach
    void aMail() {
        nobody = Http.asNobody(environment);
        happens(EventType.SUBSCRIBED, Map.of("topic", "marketing", "source", "form"));
        links = tracking.linksOf(
                new TrackedMessage(message, customer, UUID.randomUUID(), "browse-abandonment", "send", "marketing"));
        shoes = links.click("https://shop.example/shoes?size=38&c=blå");
        links.save("SHIP-" + message);
    }

    @Test
    void leadsAClickToTheStoredTargetAndRecordsItOnce() {
        HttpResponse<String> answer = nobody.get(shoes);
        nobody.get(shoes);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("https://shop.example/shoes?size=38&c=bl%C3%A5");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(events(EventType.EMAIL_CLICKED)).singleElement().satisfies(click -> {
            assertThat(click.text("messageId")).hasValue(message.toString());
            assertThat(click.text("url")).hasValue("https://shop.example/shoes?size=38&c=blå");
            assertThat(click.number("position")).hasValue(0);
            assertThat(click.text("userAgent")).isPresent();
        });
    }

    @Test
    void recordsALaterClickAgain() {
        nobody.get(shoes);
        agenda.advance(Duration.ofSeconds(5));
        nobody.get(shoes);
        assertThat(events(EventType.EMAIL_CLICKED)).hasSize(2);
    }

    @Test
    void redirectsAScannersHeadAndRecordsNothing() {
        assertThat(head(shoes).statusCode()).isEqualTo(302);
        assertThat(head(links.openPixel()).statusCode()).isEqualTo(200);
        assertThat(allEvents()).extracting(Event::type).containsExactly(EventType.SUBSCRIBED);
    }

    @Test
    void takesNoTargetFromTheRequest() {
        for (String evil : List.of(
                shoes + "?url=https://bad.example",
                shoes + "?u=//bad.example&redirect=https://bad.example",
                shoes + "//bad.example",
                shoes + "/https://bad.example",
                shoes + "%2Fbad.example",
                shoes.replace("/c/", "/c//bad.example/"))) {
            HttpResponse<String> answer = nobody.get(evil);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(evil)
                    .doesNotContain("bad.example");
        }
    }

    @Test
    void redirectsNobodyWithAMutatedToken() {
        String genuine = shoes.substring(shoes.lastIndexOf('/') + 1);
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            int at = random.nextInt(genuine.length());
            char other = ALPHABET.charAt(
                    (ALPHABET.indexOf(genuine.charAt(at)) + 1 + random.nextInt(63)) % ALPHABET.length());
            String mutated = genuine.substring(0, at) + other + genuine.substring(at + 1);
            assertThat(nobody.get("/c/" + mutated).statusCode()).isEqualTo(404);
        }
        assertThat(events(EventType.EMAIL_CLICKED)).isEmpty();
    }

    @Test
    void acceptsNoTokenAtAnotherDoor() {
        String clickToken = shoes.substring(shoes.lastIndexOf('/') + 1);
        assertThat(nobody.post("/u/" + clickToken, "").body()).contains("This link does not work");
        assertThat(nobody.get("/v/" + clickToken).statusCode()).isEqualTo(404);
        assertThat(nobody.get("/p/" + clickToken).statusCode()).isEqualTo(404);
        assertThat(nobody.get("/o/" + clickToken + ".gif").statusCode()).isEqualTo(404);
        assertThat(allEvents()).hasSize(1);
    }

    @Test
    void recordsAnOpenBehindAPixelThatNobodyKeeps() {
        HttpResponse<String> pixel = nobody.get(links.openPixel());
        nobody.get(links.openPixel());
        assertThat(pixel.statusCode()).isEqualTo(200);
        assertThat(pixel.headers().firstValue("Content-Type")).hasValue("image/gif");
        assertThat(pixel.headers().firstValue("Content-Length")).hasValue("43");
        assertThat(pixel.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(events(EventType.EMAIL_OPENED))
                .singleElement()
                .satisfies(open -> assertThat(open.text("messageId")).hasValue(message.toString()));
    }

    @Test
    void asksBeforeItUnsubscribesAPersonAndChangesNothingForScanners() {
        HttpResponse<String> page = nobody.getPage(links.unsubscribe());
        head(links.unsubscribe());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<button", "News and offers").doesNotContain(customer, "<script");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        agenda.runDue();
        assertThat(granted()).isTrue();
        assertThat(events(EventType.UNSUBSCRIBED)).isEmpty();
    }

    @Test
    void unsubscribesAtOneClickOfAMailProgram() {
        HttpResponse<String> answer =
                nobody.post(links.unsubscribe(), "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");
        assertThat(answer.statusCode()).isEqualTo(200);
        agenda.runDue();
        assertThat(granted()).isFalse();
        assertThat(events(EventType.UNSUBSCRIBED)).singleElement().satisfies(event -> {
            assertThat(event.text("topic")).hasValue("marketing");
            assertThat(event.text("source")).hasValue("one_click");
            assertThat(event.text("messageId")).hasValue(message.toString());
        });
    }

    @Test
    void unsubscribesAtOneClickSentAsMultipart() {
        String body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        assertThat(nobody.post(links.unsubscribe(), "multipart/form-data; boundary=x", body)
                        .statusCode())
                .isEqualTo(200);
        agenda.runDue();
        assertThat(granted()).isFalse();
    }

    @Test
    void unsubscribesAtTheButton() {
        HttpResponse<String> answer = nobody.post(links.unsubscribe(), "application/x-www-form-urlencoded", "");
        assertThat(answer.body()).contains("You are unsubscribed");
        agenda.runDue();
        assertThat(granted()).isFalse();
    }

    @Test
    void tellsAGuesserNothing() {
        String guess = "A".repeat(48);
        assertThat(nobody.get("/u/" + guess).statusCode()).isEqualTo(404);
        assertThat(nobody.post("/u/" + guess, "").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/u/" + guess).body())
                .isEqualTo(nobody.get("/c/" + guess).body());
    }

    @Test
    void letsPeopleChooseTheirTopicsAndChangeTheirMind() {
        assertThat(nobody.getPage(links.preferences()).body()).containsPattern("value=\"marketing\" checked");

        nobody.post(links.preferences(), "application/x-www-form-urlencoded", "");
        agenda.runDue();
        assertThat(granted()).isFalse();
        assertThat(nobody.getPage(links.preferences()).body())
                .contains("value=\"marketing\"")
                .doesNotContain("checked");

        agenda.advance(Duration.ofMinutes(1));
        HttpResponse<String> saved =
                nobody.post(links.preferences(), "application/x-www-form-urlencoded", "topic=marketing");
        agenda.runDue();
        assertThat(saved.body()).contains("Saved");
        assertThat(granted()).isTrue();
    }

    @Test
    void recordsOnlyPreferencesThatChanged() {
        nobody.post(links.preferences(), "application/x-www-form-urlencoded", "topic=marketing&topic=made-up");
        assertThat(allEvents()).hasSize(1);
    }

    @Test
    void creditsAPurchaseWithTheCodeToTheMessageThatBroughtIt() {
        sent();
        happens(EventType.PURCHASED, Map.of("total", 89.9, "discountCode", "SHIP-" + message));
        assertThat(conversions()).containsExactly("code 89.90 browse-abandonment send");
    }

    @Test
    void creditsAPurchaseAfterAClickAndNoneAfterFiveDays() {
        sent();
        nobody.get(shoes);
        agenda.advance(Duration.ofDays(5));
        happens(EventType.PURCHASED, items(2, 20));
        agenda.advance(Duration.ofSeconds(1));
        happens(EventType.PURCHASED, items(1, 20));
        assertThat(conversions()).containsExactly("click 40.00 browse-abandonment send");
    }

    @Test
    void creditsNoReturnNoOpenAndNobodyElsesCode() {
        sent();
        nobody.get(links.openPixel());
        happens(EventType.PURCHASED, items(1, 20));
        nobody.get(shoes);
        happens(EventType.PURCHASED, items(-1, 20));
        agenda.runDue();
        assertThat(conversions()).isEmpty();

        String stranger = "stranger-" + customer;
        intake.record(new Event(
                UUID.randomUUID().toString(),
                stranger,
                EventType.PURCHASED,
                now(),
                Map.of("total", 10, "discountCode", "SHIP-" + message)));
        agenda.runDue();
        assertThat(jdbc.sql("select count(*) from conversion where customer_id = ?")
                        .param(stranger)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void creditsNoMessageThatWasNeverSent() {
        happens(EventType.PURCHASED, Map.of("total", 89.9, "discountCode", "SHIP-" + message));
        assertThat(conversions()).isEmpty();
    }

    private void sent() {
        happens(EventType.EMAIL_SENT, Map.of("messageId", message.toString()));
    }

    private static Map<String, Object> items(int quantity, int price) {
        return Map.of("items", List.of(Map.of("productId", "shoe", "quantity", quantity, "price", price)));
    }

    private void happens(String type, Map<String, Object> properties) {
        intake.record(new Event(UUID.randomUUID().toString(), customer, type, now(), properties));
        agenda.runDue();
    }

    private Instant now() {
        return clock.instant();
    }

    private boolean granted() {
        Consent said = customers.find(customer).orElseThrow().consents().get(Consent.MARKETING);
        return said != null && said.granted();
    }

    private List<Event> events(String type) {
        return log.of(customer, Instant.EPOCH, type);
    }

    private List<Event> allEvents() {
        return log.of(customer, Instant.EPOCH);
    }

    private List<String> conversions() {
        return jdbc.sql("select basis || ' ' || revenue || ' ' || journey || ' ' || step from conversion"
                        + " where customer_id = ?")
                .param(customer)
                .query(String.class)
                .list();
    }

    private HttpResponse<String> head(String address) {
        return nobody.send(nobody.request(address).method("HEAD", BodyPublishers.noBody()));
    }
}
