package org.postroad.report.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.report.TestRecords;
import org.postroad.report.TestRecords.EnrolledStep;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each page of the console, as HTML without a browser. */
@PostroadTest
class ConsoleIT {

    private static final String JOURNEY = "browse-abandonment";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String RAW = """
            From: shop@shop.example
            Subject: Hello <Cora>
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8

            <p>Hello</p><a href="https://shop.example/">Look</a>
            """;

    @Autowired
    TestRecords records;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Environment environment;

    private final String customer = "console-" + UUID.randomUUID();
    private Http admin = Http.at("");

    @BeforeEach
    void aCustomer() {
        admin = Http.asAdmin(environment);
        records.customer(customer, "Cora <b>", customer + "@example.org", "America/New_York");
    }

    @Test
    void showsTheJourneysAndTheClockOnTheStartPage() {
        Document home = page("/");

        assertThat(home.select("table.journeys a").eachAttr("href")).contains("/journeys/" + JOURNEY);
        assertThat(home.select(".tile dt").eachText()).contains("Inside now", "Mails today", "Events waiting");
        assertThat(home.select(".clock time").attr("datetime"))
                .isEqualTo(clock.instant().toString());
        assertThat(home.select("nav a").eachText()).contains("Customers", "Inbox", "Cockpit");
    }

    @Test
    void listsCustomersInAJourney() {
        UUID enrolment = records.enrolment(JOURNEY, customer, true, clock.instant());
        records.step(enrolment, JOURNEY, "wait-for-best-time", clock.instant());

        Document journey = page("/journeys/" + JOURNEY);

        assertThat(journey.select("svg.diagram g.dg-step").eachAttr("data-step"))
                .contains("send-still-thinking");
        assertThat(journey.select("tr:has(a[href=/customers/" + customer + "])").text())
                .contains("Cora <b>", "control group", "Wait for best time", "just now");
    }

    @Test
    void showsATimelineInTheCustomersTimeZone() {
        Instant evening = Instant.parse("2026-11-23T01:30:00Z");
        records.event(customer, "searched", evening, Map.of("query", "running shoes"));

        Document timeline = page("/customers/" + customer);

        assertThat(timeline.select("h1").text()).contains("Cora <b>");
        assertThat(timeline.select(".timeline h2").text()).contains("times in America/New_York");
        assertThat(timeline.select(".timeline h3").eachText()).contains("Sunday 22 November 2026");
        assertThat(timeline.select(".entry.event").text()).isEqualTo("20:30 Searched for “running shoes”");
        assertThat(timeline.text()).contains("Has agreed to nothing");
    }

    @Test
    void showsWhyADecisionWasMade() {
        records.decision(customer, null, "nothing", clock.instant(), evidence());

        Document why = page("/customers/" + customer);

        assertThat(why.select(".entry.decision").text()).contains("Decided to give nothing");
        assertThat(why.select(".why > p:first-child").text()).isEqualTo("No offer is worth its cost.");
        assertThat(why.select(".why tr.chosen").text()).startsWith("Nothing chosen yes");
        assertThat(why.select(".why tr:contains(report-offer)").text())
                .contains("no: the margin would be too thin", "12.5 %", "−0.40");
    }

    @Test
    void findsCustomersByIdAddressAndName() {
        assertThat(found(customer)).containsExactly(customer);
        assertThat(found(customer.toUpperCase(Locale.ROOT) + "@EXAMPLE")).containsExactly(customer);
        assertThat(found("cora <B")).contains(customer);
        assertThat(found("console-%")).isEmpty();
        assertThat(page("/customers?q=%3Cscript%3E").text()).contains("Nobody matches “<script>”.");
    }

    @Test
    void showsAMailWithoutLinksAndTrackingPixel() {
        EnrolledStep enrolledStep = new EnrolledStep(UUID.randomUUID(), JOURNEY, "send-still-thinking", customer);
        UUID mail = records.mail(enrolledStep, "SENT", null, "Still thinking?", clock.instant());

        Document message = page("/messages/" + mail);
        assertThat(message.select(".lead").text()).startsWith("This e-mail was posted.");
        assertThat(message.text()).contains("250 2.0.0 taken", "Send 'Still thinking?'");
        assertThat(message.select("iframe").attr("sandbox")).isEmpty();

        HttpResponse<String> letter = admin.getPage(message.select("iframe").attr("src"));
        assertThat(letter.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox ")
                .contains("default-src 'none'");
        Document shown = Jsoup.parse(letter.body());
        assertThat(shown.text()).contains("Dear reader");
        assertThat(shown.select("[href], img")).isEmpty();
    }

    @Test
    void saysWhyAMailWasNotSent() {
        EnrolledStep enrolledStep = new EnrolledStep(UUID.randomUUID(), JOURNEY, "send-still-thinking", customer);
        UUID mail = records.mail(enrolledStep, "SKIPPED", "no_consent", null, clock.instant());

        Document message = page("/messages/" + mail);

        assertThat(message.select(".lead").text()).isEqualTo("This e-mail was not sent: has not agreed to this mail.");
        assertThat(message.text()).contains("Nothing was composed.");
        assertThat(message.select("iframe")).isEmpty();
    }

    @Test
    void showsAnInboxMailWithWorkingLinks() {
        long id = jdbc.sql("""
                insert into local_mail (recipient, subject, sent_at, raw) values (?, 'Hello', now(), ?) returning id""")
                .params(customer + "@example.org", RAW.getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single();

        assertThat(page("/inbox?to=" + customer + "@example.org").select("td a").eachText())
                .containsExactly("Hello <Cora>", ".eml");
        Document mail = page("/inbox/" + id);
        assertThat(mail.select(".notice").text()).contains("it counts as an open");
        Document letter =
                Jsoup.parse(admin.getPage(mail.select("iframe").attr("src")).body());
        assertThat(letter.select("base").attr("target")).isEqualTo("_blank");
        assertThat(letter.select("a").attr("href")).isEqualTo("https://shop.example/");
    }

    @AfterEach
    void removeDeadLetters() {
        records.removeDeadLetters(customer);
    }

    @Test
    void listsDeadLetters() {
        records.deadLetter(customer, "purchased", clock.instant(), "The total is not a number.");

        assertThat(page("/").select("nav a.alarm").text()).startsWith("Dead letters");
        assertThat(page("/set-aside").select("tr:contains(" + customer + ")").text())
                .contains("The total is not a number.", "purchased");
    }

    @Test
    void movesTheClockByItsButtonsOnly() {
        Instant before = clock.instant();

        HttpResponse<String> moved = press("ahead=1h&back=%2Fcustomers%3Fq%3Dcora");
        assertThat(moved.statusCode()).isEqualTo(303);
        assertThat(moved.headers().firstValue("Location")).hasValue("/customers?q=cora");
        await().untilAsserted(() -> assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(1))));
        await().until(() -> workScheduler.currentMove().isEmpty()); // until then nothing else is begun

        assertThat(press("ahead=9y").statusCode()).isEqualTo(400);
        assertThat(press("ahead=1h&back=%2F%2Felsewhere.example").headers().firstValue("Location"))
                .hasValue("/");
        Http nobody = Http.asNobody(environment);
        assertThat(nobody.post("/clock", FORM, "ahead=1h").statusCode()).isIn(401, 403);
        await().untilAsserted(() -> assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(2))));
    }

    @Test
    void showsAPageForWhatDoesNotExist() {
        for (String path : List.of("/journeys/none", "/customers/none", "/messages/none", "/inbox/0", "/nowhere")) {
            HttpResponse<String> answer = admin.getPage(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(Jsoup.parse(answer.body()).select(".lead").text())
                    .as(path)
                    .startsWith("The")
                    .hasSizeGreaterThan(10);
        }
        HttpResponse<String> program = admin.get("/api/journeys/none");
        assertThat(program.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private static Map<String, ?> evidence() {
        return Map.of(
                "candidates",
                List.of(
                        Map.of("action", "nothing", "eligible", true),
                        Map.of(
                                "action",
                                "report-offer",
                                "eligible",
                                false,
                                "ruleId",
                                "thin",
                                "rule",
                                "the margin would be too thin",
                                "probability",
                                0.125,
                                "score",
                                -0.4)),
                "features",
                Map.of(),
                "chosenBy",
                "rule",
                "reason",
                "No offer is worth its cost.");
    }

    private List<String> found(String text) {
        return page("/customers?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .select("td code")
                .eachText();
    }

    private HttpResponse<String> press(String form) {
        return admin.send(admin.request("/clock").header("Content-Type", FORM).POST(BodyPublishers.ofString(form)));
    }

    private Document page(String path) {
        HttpResponse<String> answer = admin.getPage(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
