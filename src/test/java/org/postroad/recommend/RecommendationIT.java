package org.postroad.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.event.EventIntake;
import org.postroad.feature.SmallShop;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Recommendations as web and app get them. */
@PostroadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecommendationIT {

    @Autowired
    ProductModels models;

    @Autowired
    CoPurchases coPurchases;

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
    void campersBuyTentsWithMatsAndGasAgainAndAgain() {
        shop = new SmallShop("recs", catalog, intake, clock.instant())
                .sells("tent", "tents", 300, 150)
                .sells("tarp", "tents", 30, 10)
                .sells("mat", "sleeping", 60, 20)
                .sells("old-mat", "sleeping", 50, 20)
                .sells("bad-mat", "sleeping", 40, 20)
                .sells("gas", "cooking", 8, 3);
        change("old-mat", 0, null, Map.of());
        change("bad-mat", 10, null, Map.of("recommend", false));
        change("gas", 10, 30, Map.of());
        for (int i = 0; i < 12; i++) {
            shop.ordered("camper" + i, 40 + i, null, "tent", "tarp", "mat", "gas")
                    .ordered("camper" + i, 5 + i, null, "gas")
                    .ordered("buyer" + i, 60 + i, null, "tent", "old-mat", "bad-mat");
        }
        shop.ordered("anna", 30, null, "tent");
        shop.ordered("bert", 30, null, "gas").ordered("bert", 3, null, "gas", "mat");
        shop.happened("carl", "signed_up", 3, Map.of());
        shop.happened(
                "dora", "purchased", 30, Map.of("items", List.of(Map.of("productId", shop.id("gas"), "quantity", -1))));
        shop.recordEvents();
        workScheduler.runDue();
        coPurchases.refresh();
        models.refresh();
    }

    @Test
    void recommendsNewProductsAndSaysWhatSpeaksForThem() throws Exception {
        JsonNode first = recommended("anna", "new").get(0);
        assertThat(first.at("/productId").asText()).isIn(shop.id("mat"), shop.id("gas"), shop.id("tarp"));
        assertThat(first.at("/because").asText()).isEqualTo("you bought tent");
        assertThat(first.at("/basedOn/0/productId").asText()).isEqualTo(shop.id("tent"));
        assertThat(first.at("/basedOn/0/share").asDouble()).isEqualTo(1);
        assertThat(first.at("/score").asDouble()).isPositive();
        assertThat(first.has("cost")).isFalse();
    }

    @Test
    void recommendsNothingOwnedOutOfStockOrExcluded() throws Exception {
        assertThat(ids(recommended("anna", "new")))
                .contains(shop.id("mat"), shop.id("gas"))
                .doesNotContain(shop.id("tent"), shop.id("old-mat"), shop.id("bad-mat"));
    }

    /** The mat was bought three days ago as well, and is not used up. */
    @Test
    void recommendsAgainWhatIsUsedUp() throws Exception {
        JsonNode again = recommended("bert", "again");
        assertThat(ids(again).get(0)).isEqualTo(shop.id("gas"));
        assertThat(ids(again)).doesNotContain(shop.id("mat"));
        String day = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
                .format(LocalDate.ofInstant(clock.instant().minusSeconds(3 * 86_400), ZoneOffset.UTC));
        assertThat(again.get(0).at("/because").asText()).isEqualTo("you bought it 2 times, last on " + day);
    }

    @Test
    void aReturnIsNoPurchase() throws Exception {
        assertThat(recommended("dora", "again")).isEmpty();
        assertThat(recommended("dora", "new").findValuesAsText("because"))
                .isNotEmpty()
                .allMatch(because -> because.endsWith("in the last 21 days"));
    }

    @Test
    void tellsWhatTrends() throws Exception {
        assertThat(ids(recommended("carl", "trending"))).contains(shop.id("gas"));
        assertThat(recommended("carl", "trending").get(0).at("/because").asText())
                .endsWith("in the last 21 days");
    }

    @Test
    void tellsWhatIsBoughtTogetherAndWhatCompletes() throws Exception {
        assertThat(ids(recommended("carl", "together&productId=" + shop.id("tent"))))
                .contains(shop.id("tarp"), shop.id("mat"));
        assertThat(ids(recommended("carl", "together&productId=" + shop.id("mat"))))
                .contains(shop.id("tent"), shop.id("gas"));
        JsonNode complete = recommended("carl", "complete&productId=" + shop.id("tent"));
        assertThat(ids(complete)).contains(shop.id("mat")).doesNotContain(shop.id("tarp"));
        assertThat(complete.get(0).at("/because").asText()).isEqualTo("it is often bought with tent");
    }

    @Test
    void recommendsToAStrangerWhatTrends() throws Exception {
        assertThat(ids(recommended("carl", "new"))).isNotEmpty().isSubsetOf(ids(recommended("carl", "trending")));
        assertThat(recommended("carl", "new").get(0).at("/score").asDouble()).isZero();
        assertThat(recommended("carl", "again")).isEmpty();
    }

    /** What is stored is read by every later learning. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"two\"|422",
                "\"NaN\"|422",
                "{}|422",
                "1e400|422",
                "1e-400|202",
                "1e-20000|202",
                "-1|202",
                "null|202"
            })
    void noQuantityKeepsTheOthersFromBeingLearnedFrom(String quantity, int status) {
        String event = """
                {"type": "purchased", "customerId": "%s", "properties": {"items": [{"productId": "%s", "quantity": %s}]}}""".formatted(shop.id("hostile"), shop.id("tent"), quantity);
        assertThat(Http.withKey(environment).post("/api/events", event).statusCode())
                .isEqualTo(status);
        workScheduler.runDue();
        coPurchases.refresh();
        models.refresh();
        assertThat(models.current().products()).contains(shop.id("tent"));
        assertThat(coPurchases.partnersOf(shop.id("tent"))).isNotEmpty();
    }

    @Test
    void answersWhatIsWrongWithTheQuestion() throws Exception {
        assertThat(detail("/api/customers/nobody/recommendations", 404)).contains("customer 'nobody'");
        assertThat(detail(path("anna", "everything"), 400)).contains("new, again, together, complete, trending");
        assertThat(detail(path("anna", "together"), 400)).contains("productId");
    }

    private void change(String product, int stock, @Nullable Integer consumableDays, Map<String, Object> attributes) {
        Product known = catalog.product(shop.id(product)).orElseThrow();
        catalog.putProducts(List.of(new Product(
                known.id(),
                known.name(),
                known.brand(),
                known.category(),
                known.price(),
                known.currency(),
                known.cost(),
                known.url(),
                known.imageUrl(),
                known.tags(),
                stock,
                consumableDays,
                attributes)));
    }

    private JsonNode recommended(String customer, String purpose) throws Exception {
        return body(get(path(customer, purpose)), 200).at("/recommendations");
    }

    private static List<String> ids(JsonNode recommendations) {
        return StreamSupport.stream(recommendations.spliterator(), false)
                .map(each -> each.at("/productId").asText())
                .toList();
    }

    private String path(String customer, String purpose) {
        return "/api/customers/" + shop.id(customer) + "/recommendations?for=" + purpose + "&limit=50";
    }

    private String detail(String path, int status) throws Exception {
        return body(get(path), status).at("/detail").asText();
    }

    private HttpResponse<String> get(String path) {
        return Http.withKey(environment).get(path);
    }

    private JsonNode body(HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return json.readTree(response.body());
    }
}
