package org.postroad.report.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The console in a real browser, from the login on: what people see, that buttons move the clock, and that no page violates
 * its Content-Security-Policy. Skipped where Chromium is missing, except in CI.
 */
@PostroadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleInBrowserIT {

    private static final String PRODUCT = """
            {"name": "Browser Shoe", "brand": "Velden", "category": "browser-shoes", "price": 99, "currency": "EUR",
             "url": "https://shop.example/browser-shoe"}""";

    private static final String CUSTOMER = """
            {"email": "%s@example.org", "firstName": "Bruno", "timeZone": "Europe/Berlin",
             "consents": {"marketing": {"granted": true, "source": "import"}}}""";

    private static final String VIEW = """
            {"customerId": "%s", "type": "product_viewed", "properties": {"productId": "browser-shoe"}}""";

    @Autowired
    Environment environment;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private String customer = "";
    private Browser browser;

    @BeforeAll
    void logIn() {
        String address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        browser = Browser.at(address).orElseGet(this::withoutBrowser);
        browser.open("/journeys/browse-abandonment");
        assertThat(browser.path()).startsWith("/login");
        browser.type("username", "admin");
        browser.type("password", Http.PASSWORD);
        browser.press("button[type=submit]");
        assertThat(browser.path()).startsWith("/journeys/browse-abandonment");
    }

    private Browser withoutBrowser() {
        String what = "The console cannot be looked at: install the packages chromium and chromium-driver.";
        return Boolean.parseBoolean(System.getenv("CI")) ? fail(what) : abort(what);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** A new customer each time who is not in the control group, which gets no mail. */
    @BeforeEach
    void aCustomerViewsAProductTwice() {
        browser.warnings();
        customer = Stream.generate(this::viewsTwice)
                .filter(this::getsMail)
                .findFirst()
                .orElseThrow();
    }

    private String viewsTwice() {
        String id = "browser-" + UUID.randomUUID();
        Http application = Http.withKey(environment);
        application.put("/api/products/browser-shoe", PRODUCT);
        application.put("/api/customers/" + id, CUSTOMER.formatted(id));
        application.post("/api/events", "[%s, %s]".formatted(VIEW.formatted(id), VIEW.formatted(id)));
        workScheduler.runDue();
        return id;
    }

    private boolean getsMail(String id) {
        return jdbc.sql("select not holdout from enrolment where customer_id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    @Test
    void showsThePeopleOnTheDiagram() {
        browser.open("/journeys/browse-abandonment");

        String waiting = browser.text("g[data-step=wait-for-best-time] .dg-on-badge");
        assertThat(Integer.parseInt(waiting.replace(",", ""))).isPositive();
        assertThat(browser.text("g[data-step=looks-twice]")).contains("came by");
        assertThat(browser.shows("a[href='/customers/" + customer + "']")).isTrue();
        assertThat(browser.css("g[data-step=wait-for-best-time] .dg-badge", "fill"))
                .as("the style sheet paints the diagram")
                .isEqualTo("rgb(180, 69, 31)");
        assertThat(browser.warnings()).isEmpty();
    }

    @Test
    void movesTheClockAndReturnsToThePage() {
        browser.open("/customers?q=" + customer);
        Instant before = clock.instant();

        browser.press("button[value='14h']");

        await().untilAsserted(() -> assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(14))));
        assertThat(browser.path()).isEqualTo("/customers?q=" + customer);
        await().untilAsserted(() -> assertThat(browser.attribute(".clock time", "datetime"))
                .isEqualTo(clock.instant().toString()));
        assertThat(browser.warnings()).isEmpty();
    }

    @Test
    void followsAMailFromTheTimelineToTheInbox() {
        workScheduler.advance(Duration.ofDays(1));
        browser.open("/customers/" + customer);
        assertThat(browser.text("h1")).contains("Bruno");
        assertThat(browser.text(".timeline")).contains("Looked at Browser Shoe").contains("Entered browse abandonment");

        browser.press(".entry.message a");
        assertThat(browser.text(".lead")).contains("posted");
        assertThat(browser.framed("iframe.letter")).contains("Bruno");

        browser.open("/inbox?to=" + customer + "@example.org");
        browser.press("td a.strong");
        assertThat(browser.framed("iframe.letter")).contains("Bruno");
        assertThat(browser.warnings())
                .filteredOn(line -> !line.contains("net::ERR"))
                .isEmpty();
    }

    @Test
    void violatesNoPolicyAndFitsAPhone() {
        for (String path : List.of(
                "/", "/journeys/browse-abandonment", "/customers", "/customers/" + customer, "/inbox", "/set-aside")) {
            browser.open(path);
            assertThat(browser.shows("main h1")).as(path).isTrue();
            assertThat(browser.overflowsAt(390))
                    .as(path + " is wider than a phone")
                    .isFalse();
            assertThat(browser.warnings()).as(path).isEmpty();
        }
    }
}
