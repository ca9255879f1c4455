package org.postroad.predict.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.event.EventIntake;
import org.postroad.feature.SmallShop;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Predictions as applications and people see them. */
@PostroadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PredictionsOverHttpIT {

    @Autowired
    PredictionModels models;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Catalog catalog;

    @Autowired
    EventIntake intake;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    Environment environment;

    @Autowired
    ObjectMapper json;

    private SmallShop shop;

    @BeforeAll
    void oneBuysTeaAndOneOnlySignsUp() {
        shop = new SmallShop("http-pred", catalog, intake, clock.instant()).sells("tea", "drinks", 8, 3);
        for (int order = 0; order < 5; order++) {
            shop.ordered("drinker", 10 + 28 * order + order % 3, null, "tea");
        }
        shop.happened("looker", "signed_up", 20, Map.of())
                .happened("hostile", "signed_up", 20, Map.of())
                .recordEvents();
        workScheduler.runDue();
        learnAnew();
    }

    private void learnAnew() {
        jdbc.sql("delete from learned_model").update();
        models.refresh();
    }

    @Test
    void tellsWhatACustomerIsExpectedToDo() throws Exception {
        JsonNode answer = json.readTree(get("/api/customers/" + shop.id("drinker") + "/predictions", 200));
        assertThat(answer.at("/within")).hasSize(3);
        assertThat(answer.at("/within/0/days").asInt()).isEqualTo(30);
        assertThat(answer.at("/within/0/purchaseProbability").asDouble())
                .isLessThan(answer.at("/within/2/purchaseProbability").asDouble());
        assertThat(answer.at("/within/2/value/low").asDouble())
                .isLessThan(answer.at("/within/2/value/high").asDouble());
        assertThat(answer.at("/within/2/churnRisk").asDouble()).isBetween(0.0, .5);
        assertThat(answer.at("/basis/purchaseDays").asInt()).isEqualTo(5);
        assertThat(answer.at("/nextPurchases/0/productId").asText()).isEqualTo(shop.id("tea"));
        assertThat(Instant.parse(answer.at("/nextPurchases/0/due").asText())).isAfter(clock.instant());
        assertThat(answer.at("/unknownBecause").isMissingNode()).isTrue();
        JsonNode one = json.readTree(get("/api/customers/" + shop.id("drinker") + "/predictions?days=7", 200));
        assertThat(one.at("/within")).hasSize(1);
    }

    @Test
    void saysWhyNothingIsPredicted() throws Exception {
        JsonNode answer = json.readTree(get("/api/customers/" + shop.id("looker") + "/predictions", 200));
        assertThat(answer.at("/unknownBecause").asText()).contains("never bought");
        assertThat(answer.at("/within/0/purchaseProbability").asDouble()).isZero();
        assertThat(answer.at("/within/0/value").isMissingNode()).isTrue();
        assertThat(answer.at("/nextPurchases")).isEmpty();
    }

    /** What is stored is read by every later learning. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"total\": 1e300",
                "\"total\": 1e-400",
                "\"total\": -1e300",
                "\"items\": [{\"productId\": \"x\", \"quantity\": 1e300, \"price\": 1e300}]",
                "\"items\": [{\"productId\": \"x\", \"quantity\": 1e-400, \"price\": 1}]",
                "\"items\": [{\"productId\": \"x\", \"quantity\": 1e-20000}]",
                "\"items\": [{\"productId\": null, \"quantity\": null}], \"total\": null"
            })
    void noOrderKeepsTheOthersFromBeingLearnedFrom(String properties) throws Exception {
        for (int order = 0; order < 2; order++) {
            Http.withKey(environment).post("/api/events", """
                            {"type": "purchased", "customerId": "%s", "occurredAt": "2026-11-%02dT12:00:00Z", "properties": {%s}}""".formatted(shop.id("hostile"), 10 + order, properties));
        }
        workScheduler.runDue();
        learnAnew();
        assertThat(models.learnedLifetime().model().customers()).isPositive();
        JsonNode answer = json.readTree(get("/api/customers/" + shop.id("hostile") + "/predictions", 200));
        assertThat(answer.at("/within/0/purchaseProbability").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void refusesWhatItCannotAnswer() throws Exception {
        assertThat(get("/api/customers/nobody-at-all/predictions", 404)).contains("nobody-at-all");
        assertThat(get("/api/customers/" + shop.id("drinker") + "/predictions?days=0", 400))
                .contains("between 1 and 3650");
        get("/api/customers/" + shop.id("drinker") + "/predictions?days=soon", 400);
    }

    @Test
    void theCustomersPageSaysItInWords() throws Exception {
        HttpResponse<String> page = Http.asAdmin(environment).getPage("/customers/" + shop.id("drinker"));
        assertThat(page.body())
                .contains(
                        "What is predicted",
                        "Buys again within 90 days with a probability of",
                        "5 days with a purchase from")
                .contains("Buys tea again with a probability of");
        assertThat(Http.asAdmin(environment)
                        .getPage("/customers/" + shop.id("looker"))
                        .body())
                .contains("Nothing: has never bought");
    }

    @Test
    void theModelsHaveTheirCards() throws Exception {
        for (String model : new String[] {PredictionModels.LIFETIME, PredictionModels.REPLENISHMENT}) {
            JsonNode card = json.readTree(get("/api/models/" + model, 200));
            assertThat(card.at("/comparedWith").asText()).isNotBlank();
            assertThat(card.at("/reason").asText()).isNotBlank();
        }
    }

    private String get(String path, int status) throws Exception {
        HttpResponse<String> answer = Http.withKey(environment).get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }
}
