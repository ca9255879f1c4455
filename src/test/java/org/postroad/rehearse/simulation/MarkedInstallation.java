package org.postroad.rehearse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postroad.Http;
import org.postroad.PostroadApplication;
import org.postroad.event.EventBacklog;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A running installation with a tea shop of its own, told over the API: customers who come often and those who come seldom,
 * and in all they tell, what names them ({@link #MARKERS}).
 */
final class MarkedInstallation implements AutoCloseable {

    static final int CUSTOMERS = 24;

    /** Each stands in ids, names, addresses, attributes, topics, event types, keys and values of properties. */
    static final List<String> MARKERS = List.of("zaphira", "beeble", "gallowglass", "5550199887", "zarniwoop");

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private final ConfigurableApplicationContext server;

    private MarkedInstallation(ConfigurableApplicationContext server) {
        this.server = server;
    }

    static MarkedInstallation start(Path home) {
        SpringApplication application = new SpringApplication(PostroadApplication.class);
        MarkedInstallation started = new MarkedInstallation(application.run(
                "--server.port=0",
                "--postroad.home=" + home,
                "--postroad.shop.enabled=false",
                "--postroad.time.frozen-at=" + NOW,
                "--postroad.time.background=false",
                "--postroad.api-key=" + Http.KEY,
                "--postroad.admin-password=" + Http.PASSWORD,
                "--camunda.bpm.job-execution.enabled=false",
                "--logging.level.root=warn"));
        started.openShop();
        return started;
    }

    private void openShop() {
        for (int number = 0; number < 4; number++) {
            put("/api/products/tea-" + number, """
                    {"name":"Tea %1$d","category":"teas","price":1%1$d,"currency":"EUR","tags":["green"]}""".formatted(number));
            put("/api/products/cup-" + number, """
                    {"name":"Cup %1$d","category":"cups","price":2%1$d,"currency":"EUR","tags":["clay"]}""".formatted(number));
        }
        put("/api/articles/brewing", """
                {"name":"Brewing","title":"Brewing","topics":["green"]}""");
    }

    /** Half of them come each other day for tea, half each third week for cups. */
    void tellOfCustomers() {
        for (int number = 0; number < CUSTOMERS; number++) {
            tellOf(number);
        }
        server.getBean(EventBacklog.class).drain();
    }

    private void tellOf(int number) {
        String id = "zaphira-" + number;
        put("/api/customers/" + id, """
                {"email":"zaphira.%1$d@gallowglass.example","firstName":"Zaphira","lastName":"Beeble","locale":"en-GB-x-beeble",
                 "timeZone":"Europe/London",
                 "attributes":{"birthday":"1987-05-14","role":"manager","stage":"zarniwoop","interests":["green","beeble"],
                  "street":"12 Gallowglass Road","phone":"+44 5550199887","mobile":5550199887,"company":"Zarniwoop Ltd",
                  "companySize":120,"industry":"Beeble & Daughters","latitude":51.50735,
                  "address":{"city":"Gallowglass","zarniwoop":true}},
                 "consents":{"marketing":{"granted":true,"at":"2026-07-01T00:00:00Z","source":"zaphira","text":"Zaphira agreed"},
                  "beeble-club":{"granted":true,"at":"2026-07-01T00:00:00Z"}}}""".formatted(number));
        int days = number % 2 == 0 ? 2 : 21;
        String product = number % 2 == 0 ? "tea-" : "cup-";
        List<String> events = new ArrayList<>();
        events.add(event(id, "zaphira_called", 100, 0, "{\"note\":\"Beeble\"}"));
        events.add(event(id, "signed_up", 100, 1, "{\"firstName\":\"Zaphira\",\"source\":\"Gallowglass\"}"));
        for (int ago = 99; ago > 0; ago -= days) {
            String viewed = product + ago % 4;
            events.add(event(id, "product_viewed", ago, 2, """
                    {"productId":"%s","seconds":30,"referrer":"https://gallowglass.example/?u=zaphira","beeble":1}""".formatted(viewed)));
            events.add(event(id, "product_viewed", ago, 3, "{\"productId\":\"zarniwoop-special\"}"));
            if (ago % 4 == 3) {
                events.add(event(id, "purchased", ago, 4, """
                        {"orderId":"zaphira-%1$d-%2$d","discountCode":"BEEBLE-1","discountAmount":1,"currency":"EUR",
                         "items":[{"productId":"%3$s","quantity":1,"price":12,"engraving":"Zaphira","phone":5550199887}],
                         "shippingAddress":{"street":"12 Gallowglass Road","zaphira":"x"}}""".formatted(number, ago, viewed)));
            }
        }
        String body = String.join("\n", events).replaceAll("\\n\\s+", " ");
        assertThat(http().post("/api/events", "application/x-ndjson", body).body())
                .contains("\"rejected\":[]");
    }

    private static String event(String customer, String type, int daysAgo, int minute, String properties) {
        Instant at =
                NOW.minus(Duration.ofDays(daysAgo)).plus(Duration.ofHours(7)).plus(Duration.ofMinutes(minute));
        return "{\"id\":\"zarniwoop-%1$s-%2$s-%3$d-%4$d\",\"customerId\":\"%1$s\",\"type\":\"%2$s\",\"occurredAt\":\"%5$s\",\"properties\":%6$s}"
                .formatted(customer, type, daysAgo, minute, at, properties);
    }

    private void put(String path, String json) {
        assertThat(http().put(path, json).statusCode()).as(path).isBetween(200, 204);
    }

    Http http() {
        return Http.withKey(server.getEnvironment());
    }

    JdbcClient jdbc() {
        return server.getBean(JdbcClient.class);
    }

    @Override
    public void close() {
        server.close();
    }
}
