package org.postroad.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroad.Http;
import org.postroad.OwnContext;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.event.EventIntake;
import org.postroad.feature.SmallShop;
import org.postroad.sql.SqlValues;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Whoever comes, everything that was learned has an answer with a reason: what is assumed, if nothing else is known. */
@OwnContext
@PostroadTest
@TestPropertySource(properties = "postroad.home=target/test-home/hard-customers-${random.uuid}")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardCustomersIT {

    private static final int ORDERS = 50_000;

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

    @BeforeAll
    void customersCome() {
        shop = new SmallShop("hard", catalog, intake, clock.instant())
                .sells("sold", "things", 20, 10)
                .sells("unsold", "things", 30, 10)
                .givesStandardOffers()
                .hasSubscriber("stranger")
                .hasSubscriber("odd")
                .happened(
                        "odd",
                        "profile_changed",
                        3,
                        Map.of("lifetimeValue", "NaN", "orders", "Infinity", "age", "-Infinity", "interests", "1e999"))
                .hasSubscriber("busy");
        shop.recordEvents();
        workScheduler.runDue();
        storeManyOrders();
    }

    /** As if they had been processed long ago: one customer's events are processed one by one, which takes a minute. */
    private void storeManyOrders() {
        jdbc.sql("""
                        insert into event (seq, id, customer_id, type, occurred_at, received_at, properties)
                        select nextval('event_seq'), 'hard-order-' || i, :customer, 'purchased',
                               cast(:now as timestamptz) - i * interval '10 minutes', :now,
                               jsonb_build_object('orderId', i::text, 'total', 20, 'items', jsonb_build_array(
                                   jsonb_build_object('productId', cast(:product as text), 'quantity', 1, 'price', 20)))
                        from generate_series(1, :orders) i""")
                .param("customer", shop.id("busy"))
                .param("product", shop.id("sold"))
                .param("now", SqlValues.timestamp(clock.instant()))
                .param("orders", ORDERS)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "odd", "busy"})
    void getsADecisionWithItsReason(String customer) {
        JsonNode decision =
                answer("/api/customers/%s/next-best-action?slot=%s".formatted(shop.id(customer), shop.slot()));
        assertThat(decision.at("/evidence/reason").asText()).isNotBlank();
        assertThat(decision.at("/evidence/candidates")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "odd", "busy"})
    void getsPredictionsWithWhatTheyRestOn(String customer) {
        JsonNode predictions = answer("/api/customers/%s/predictions".formatted(shop.id(customer)));
        assertThat(predictions.findValuesAsText("probability"))
                .allSatisfy(text -> assertThat(Double.parseDouble(text)).isBetween(0.0, 1.0));
        assertThat(predictions.toString()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void whoOrdersAllTheTimeOrdersAgain() {
        JsonNode predictions = answer("/api/customers/%s/predictions".formatted(shop.id("busy")));
        assertThat(predictions.at("/basis/purchaseDays").asInt()).isBetween(347, 349); // 50,000 times ten minutes
        assertThat(predictions.at("/within/0/purchaseProbability").asDouble()).isGreaterThan(.9);
    }

    @Test
    void getsProductsWithAReason() {
        Stream.of("stranger", "odd", "busy")
                .flatMap(customer -> Stream.of("new", "again", "trending")
                        .map(purpose -> answer(
                                "/api/customers/%s/recommendations?for=%s".formatted(shop.id(customer), purpose))))
                .forEach(list -> list.at("/recommendations")
                        .forEach(
                                each -> assertThat(each.at("/because").asText()).isNotBlank()));
        assertThat(answer("/api/customers/%s/recommendations?for=together&productId=%s"
                                .formatted(shop.id("busy"), shop.id("unsold")))
                        .at("/recommendations"))
                .allSatisfy(each -> assertThat(each.at("/because").asText()).isNotBlank());
    }

    private JsonNode answer(String path) {
        try {
            HttpResponse<String> answer = Http.withKey(environment).get(path);
            assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(path, e);
        }
    }
}
