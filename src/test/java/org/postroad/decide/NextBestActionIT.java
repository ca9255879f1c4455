package org.postroad.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.decide.model.ModelRegistry;
import org.postroad.event.EventIntake;
import org.postroad.feature.Features;
import org.postroad.feature.SmallShop;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Decisions by the bundled model and decision tables. */
@PostroadTest
class NextBestActionIT {

    @Autowired
    NextBestAction nextBestAction;

    @Autowired
    Decisions decisions;

    @Autowired
    ModelRegistry modelRegistry;

    @Autowired
    Catalog catalog;

    @Autowired
    EventIntake intake;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    ObjectMapper json;

    @Autowired
    Environment environment;

    private SmallShop shop;

    @BeforeEach
    void putProductsAndOffers() {
        shop = new SmallShop("nba", catalog, intake, clock.instant())
                .sells("shoes", "shoes", 129.95, 61, "running")
                .sells("cap", "caps", 24.95, 9)
                .givesOffersOfTheBundledModel();
    }

    @Test
    void givesFreeShippingToDiscountBuyersAndSomethingElseToFullPriceBuyers() {
        Decision bargainHunter = decide(buyer("bargain-hunter", "SAVE"));
        Decision fullPrice = decide(buyer("full-price", null));
        assertThat(modelRegistry.problem()).isEmpty();
        assertThat(bargainHunter.action()).isEqualTo("free-shipping");
        assertThat(fullPrice.action()).isIn("early-access", Decision.NOTHING);
        assertThat(List.of(bargainHunter, fullPrice)).allSatisfy(decision -> {
            assertThat(decision.evidence().chosenBy()).isEqualTo("model");
            assertThat(decision.propensity()).isBetween(0.9, 1.0);
        });
    }

    @Test
    void recordsTheEvidence() {
        Decision made = decide(buyer("evident", "SAVE"));
        Decision found = decisions.find(made.id()).orElseThrow();
        assertThat(found).usingRecursiveComparison().isEqualTo(made);
        assertThat(found.evidence().table()).startsWith("offer-eligibility v");
        assertThat(found.evidence().features()).containsEntry("orders", 6f);
        assertThat(found.evidence().candidates())
                .extracting(Evidence.Candidate::action)
                .containsExactlyInAnyOrder(Decision.NOTHING, "free-shipping", "ten-percent", "early-access");
        Evidence.Candidate chosen = candidate(found, found.action());
        assertThat(chosen.known()).isTrue();
        double margin = decisions.contributions(found).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        double response = modelRegistry
                .current()
                .orElseThrow()
                .trees()
                .predict(Features.vector(found.evidence().features()));
        assertThat(1 / (1 + Math.exp(-margin))).isCloseTo(response, within(1e-6));
    }

    @Test
    void givesNothingToTheHoldout() {
        Decision decision = nextBestAction.decide(request(buyer("held-out", "SAVE"), true));
        assertThat(decision.offer()).isEmpty();
        assertThat(decision.holdout()).isTrue();
        assertThat(decision.evidence().chosenBy()).isEqualTo("holdout");
        assertThat(decision.propensity()).isEqualTo(1);
    }

    @Test
    void givesNoOfferByMailWithoutConsent() {
        shop.ordered("silent", 20, "SAVE", "cap").recordEvents();
        workScheduler.runDue();
        Decision decision = decide(shop.id("silent"));
        assertThat(decision.offer()).isEmpty();
        assertThat(decision.evidence().candidates())
                .filteredOn(each -> !each.action().equals(Decision.NOTHING))
                .hasSize(3)
                .allSatisfy(each -> {
                    assertThat(each.eligible()).isFalse();
                    assertThat(each.ruleId()).isEqualTo("no-consent");
                    assertThat(each.rule()).isEqualTo("may not be mailed");
                });
    }

    @Test
    void stopsGivingAfterThreeOffersInAMonth() {
        String customer = buyer("spoilt", "SAVE");
        for (int i = 0; i < 3; i++) {
            assertThat(decide(customer).offer()).isPresent();
        }
        Decision fourth = decide(customer);
        assertThat(fourth.offer()).isEmpty();
        assertThat(candidate(fourth, "free-shipping").ruleId()).isEqualTo("many-offers");
    }

    @Test
    void decidesAndExplainsOverHttp() throws Exception {
        String customer = buyer("web", "SAVE");
        JsonNode decided = body(get("/api/customers/" + customer + "/next-best-action?slot=" + shop.slot()), 200);
        assertThat(decided.at("/action").asText()).isIn("free-shipping", "ten-percent", "early-access", "nothing");
        assertThat(decided.at("/evidence/candidates/0/effect").asDouble()).isZero();
        assertThat(decided.at("/evidence/candidates/1/known").asBoolean()).isTrue();
        JsonNode explained = body(get("/api/decisions/" + decided.at("/id").asText()), 200);
        assertThat(explained.at("/evidence/candidates")).hasSize(4);
        assertThat(explained.at("/contributions/bias").isNumber()).isTrue();
    }

    @Test
    void answersNotFoundForUnknownSlotCustomerAndDecision() throws Exception {
        String customer = buyer("asked-wrongly", null);
        assertThat(body(get("/api/customers/" + customer + "/next-best-action?slot=nowhere"), 404)
                        .at("/detail")
                        .asText())
                .contains("slot 'nowhere'");
        assertThat(body(get("/api/customers/nobody/next-best-action?slot=" + shop.slot()), 404)
                        .at("/detail")
                        .asText())
                .contains("customer 'nobody'");
        assertThat(get("/api/customers/" + customer + "/next-best-action").statusCode())
                .isEqualTo(400);
        assertThat(get("/api/decisions/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(get("/api/decisions/not-an-id").statusCode()).isEqualTo(400);
    }

    /** A subscriber with six orders, all alike, who looks at shoes. */
    private String buyer(String customer, @Nullable String code) {
        shop.hasSubscriber(customer).viewed(customer, "shoes", 3);
        for (int order = 1; order <= 6; order++) {
            shop.ordered(customer, 25 * order, code, "cap");
        }
        shop.recordEvents();
        workScheduler.runDue();
        return shop.id(customer);
    }

    private Decision decide(String customer) {
        return nextBestAction.decide(request(customer, false));
    }

    private DecisionRequest request(String customer, boolean holdout) {
        return new DecisionRequest(
                customer,
                shop.slot(),
                UUID.randomUUID(),
                "browse-abandonment",
                "decide",
                holdout,
                List.of(shop.id("shoes")));
    }

    private static Evidence.Candidate candidate(Decision decision, String action) {
        return decision.evidence().candidates().stream()
                .filter(candidate -> candidate.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String path) {
        return Http.withKey(environment).get(path);
    }

    private JsonNode body(HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return json.readTree(response.body());
    }
}
