package org.postroad.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.decide.sendtime.BestTime;
import org.postroad.decide.sendtime.SendTime;
import org.postroad.event.EventIntake;
import org.postroad.feature.SmallShop;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people see of models, and the switch that stops one. */
@PostroadTest
class ModelsIT {

    private static final String MODEL = "/api/models/offer-response";

    @Autowired
    BestTime bestTime;

    @Autowired
    Catalog catalog;

    @Autowired
    EventIntake intake;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Environment environment;

    private SmallShop shop;
    private Http admin = Http.at("");

    @BeforeEach
    void putProductsAndOffers() {
        admin = Http.asAdmin(environment);
        shop = new SmallShop("models", catalog, intake, clock.instant())
                .sells("shoes", "shoes", 129.95, 61, "running")
                .givesOffersOfTheBundledModel();
    }

    @AfterEach
    void letItAct() {
        admin.post(MODEL + "/resume", "{}");
    }

    @Test
    void aStoppedModelDecidesNothingUntilItMayAgain() {
        shop.hasSubscriber("buyer").recordEvents();
        workScheduler.runDue();
        assertThat(decided().at("/evidence/chosenBy").asText()).isEqualTo("model");

        JsonNode stopped = answer(admin.post(MODEL + "/stop", "{}").body());
        assertThat(stopped.at("/acts").asBoolean()).isFalse();
        assertThat(stopped.at("/reason").asText()).isEqualTo("Stopped. The rule 'by discount share' decides.");
        assertThat(Instant.parse(stopped.at("/stoppedAt").asText())).isEqualTo(clock.instant());
        JsonNode decision = decided();
        assertThat(decision.at("/evidence/chosenBy").asText()).isEqualTo("rule");
        assertThat(decision.at("/evidence/reason").asText()).endsWith("has been stopped.");

        assertThat(answer(admin.post(MODEL + "/resume", "{}").body())
                        .at("/acts")
                        .asBoolean())
                .isTrue();
        assertThat(decided().at("/evidence/chosenBy").asText()).isEqualTo("model");
    }

    @Test
    void whileSendTimeIsStoppedACustomersOwnMailsDoNotMatter() {
        shop.hasSubscriber("reader");
        IntStream.range(1, 4)
                .forEach(i -> shop.happened("reader", "email_sent", i, Map.of("messageId", shop.id("mail" + i))));
        shop.recordEvents();
        workScheduler.runDue();
        assertThat(sendTime().mails()).isEqualTo(3);
        admin.post("/api/models/send-time/stop", "{}");
        assertThat(sendTime().mails()).isZero();
        admin.post("/api/models/send-time/resume", "{}");
        assertThat(sendTime().mails()).isEqualTo(3);
    }

    private SendTime sendTime() {
        return bestTime.within(shop.id("reader"), Duration.ofDays(1), UnaryOperator.identity());
    }

    @Test
    void comparesWhatWasPredictedWithWhatHappened() {
        IntStream.range(0, 40).forEach(i -> shop.hasSubscriber("judged-" + i));
        shop.recordEvents();
        workScheduler.runDue();
        for (int i = 0; i < 40; i++) {
            decided("judged-" + i);
        }
        IntStream.range(0, 10).forEach(i -> shop.ordered("judged-" + i, -.03, null, "shoes"));
        workScheduler.advance(Duration.ofDays(6));
        shop.recordEvents();

        JsonNode weeks = answer(admin.get(MODEL).body()).at("/weeks");
        JsonNode week = weeks.get(weeks.size() - 1); // other tests may have decided in earlier ones
        assertThat(week.at("/cases").asLong()).isGreaterThanOrEqualTo(40);
        assertThat(week.at("/observed").asDouble() * week.at("/cases").asLong()).isGreaterThan(9.99);
        assertThat(week.at("/predicted").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void showsEveryModelAndStopsItInTheConsole() {
        Http.Browser browser = Http.asNobody(environment).browser();
        browser.submit("/login", Map.of("username", "admin", "password", Http.PASSWORD));
        assertThat(browser.getPage("/models").body())
                .contains("Offer response", "Product recommendations", "The model acts", "Stop this model", "<circle")
                .contains("Effect of ten-percent", "percentage points on a purchase, on average");
        assertThat(browser.submit("/models", "/models/offer-response", Map.of("stopped", "true"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.getPage("/models").body()).contains("Stopped (UTC)", "Let it act again");
    }

    @Test
    void saysThatThereIsNoSuchModel() {
        assertThat(answer(admin.get("/api/models/no-such").body()).at("/detail").asText())
                .isEqualTo("There is no model \"no-such\".");
        assertThat(admin.post("/api/models/no-such/stop", "{}").statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from stopped_model")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private JsonNode decided() {
        return decided("buyer");
    }

    private JsonNode decided(String customer) {
        return answer(admin.get("/api/customers/" + shop.id(customer) + "/next-best-action?slot=" + shop.slot())
                .body());
    }

    private JsonNode answer(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }
}
