package org.postroad.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.postroad.OwnContext;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.decide.model.ModelRegistry;
import org.postroad.decide.model.OfferEffect;
import org.postroad.decide.model.OfferModel;
import org.postroad.decide.model.OrderValueModel;
import org.postroad.decide.model.TestModels;
import org.postroad.decide.tree.NativeXgboost;
import org.postroad.event.EventIntake;
import org.postroad.feature.Features;
import org.postroad.feature.SmallShop;
import org.postroad.journey.JourneyEngine;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;

/** Decisions by a model that knows the effects of some offers; half of them are drawn by lot. */
@OwnContext
@PostroadTest
@TestPropertySource(
        properties = {"postroad.decide.models-location=target/effect-models", "postroad.decide.exploration=0.5"})
class EffectsInServiceIT {

    private static final Path FOLDER = Path.of("target/effect-models", OfferModel.NAME);
    private static final int PRICE = 130;
    private static final int COST = 60;

    @Autowired
    NextBestAction nextBestAction;

    @Autowired
    PriceSensitivity priceSensitivity;

    @Autowired
    JourneyEngine engine;

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

    private SmallShop shop;

    @BeforeEach
    void open(TestInfo test) throws IOException {
        NativeXgboost.require();
        shop = new SmallShop(test.getTestMethod().orElseThrow().getName(), catalog, intake, clock.instant())
                .sells("shoes", "shoes", PRICE, COST)
                .sells("cap", "caps", 25, 9)
                .givesStandardOffers();
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    /** Early access persuades those who buy with discounts, free shipping all; what was stored leads to the same figures. */
    @Test
    void reproducesEachScoreFromTheEvidence() throws IOException {
        know(
                byTrees("early-access", "discount_share", 0.3, -0.1),
                TestModels.byResponse(offer("free-shipping"), 0.1, 0.5),
                TestModels.byResponse(offer("ten-percent"), 0.02, 0));
        List<Decision> decisions = new ArrayList<>(decisions("hunter", "SAVE", 20));
        decisions.addAll(decisions("full-price", null, 20));
        assertThat(decisions)
                .filteredOn(each -> each.evidence().chosenBy().equals("model"))
                .extracting(each -> List.of(each.customerId().contains("hunter"), each.action()))
                .containsOnly(List.of(true, shop.id("early-access")), List.of(false, shop.id("free-shipping")));
        assertThat(decisions)
                .filteredOn(each -> each.offer().isPresent())
                .extracting(Decision::action)
                .contains(shop.id("ten-percent"));
        decisions.forEach(this::assertReproduced);
    }

    /** The changed price cut would earn most by the response model; those that are known lose. */
    @Test
    void doesNotChooseAnOfferThatIsNewOrWasChanged() throws IOException {
        know(
                TestModels.byResponse(offer("early-access"), -0.1, 0),
                TestModels.byResponse(offer("free-shipping"), -0.1, 0),
                TestModels.byResponse(offer("ten-percent"), 0.5, 0));
        shop.gives("ten-percent", Offer.Kind.PERCENT, 9, 0).gives("new-shipping", Offer.Kind.FREE_SHIPPING, 0, 1);
        List<Decision> decisions = decisions("customer", "SAVE", 40);
        assertThat(decisions).allSatisfy(decision -> {
            assertThat(candidate(decision, shop.id("new-shipping")).known()).isFalse();
            assertThat(candidate(decision, shop.id("new-shipping")).score()).isPositive();
            assertThat(candidate(decision, shop.id("ten-percent")).known()).isFalse();
            assertThat(candidate(decision, shop.id("free-shipping")).known()).isTrue();
            if (decision.evidence().chosenBy().equals("model")) {
                assertThat(decision.action()).isEqualTo(Decision.NOTHING);
            }
        });
        assertThat(decisions)
                .filteredOn(decision -> decision.evidence().chosenBy().equals("exploration"))
                .extracting(Decision::action)
                .contains(shop.id("new-shipping"), shop.id("ten-percent"));
        assertThat(decisions)
                .filteredOn(decision -> decision.action().equals(shop.id("new-shipping")))
                .allSatisfy(decision -> assertThat(decision.propensity()).isCloseTo(0.1, within(1e-9)));
    }

    @Test
    void decidesByRuleWhereNoOfferIsKnown() throws IOException {
        TestModels.write(FOLDER, List.of());
        assertThat(decisions("customer", "SAVE", 10))
                .filteredOn(decision -> !decision.evidence().chosenBy().equals("exploration"))
                .isNotEmpty()
                .allSatisfy(decision -> {
                    assertThat(decision.evidence().chosenBy()).isEqualTo("rule");
                    assertThat(decision.evidence().reason())
                            .endsWith("does not know any of these offers as they are today.");
                });
    }

    /** By the effect of free shipping, the discount that rests on most decisions, not by the habit. */
    @Test
    void saysWhoIsPriceSensitive() throws IOException {
        decisions("hunter", "SAVE", 1);
        decisions("full-price", null, 1);
        know(byTrees("free-shipping", "discount_share", -0.1, 0.3));
        PriceSensitivity.Answer fullPrice = priceSensitivity.of(shop.id("full-price0"));
        assertThat(fullPrice.sensitive()).as(fullPrice.reason()).isTrue();
        assertThat(fullPrice.reason())
                .isEqualTo(
                        "With 'free-shipping' a purchase is expected to become 30.0 percentage points likelier, on average"
                                + " 5.0, by 1,000 decisions.");
        assertThat(priceSensitivity.of(shop.id("hunter0")).sensitive()).isFalse();
        assertThat(priceSensitivity.of("nobody").reason()).startsWith("With 'free-shipping'");
        assertThat(engine.inSegment(List.of(shop.id("full-price0"), shop.id("hunter0")), "${customer.priceSensitive}"))
                .containsExactly(shop.id("full-price0"));

        shop.gives("free-shipping", Offer.Kind.AMOUNT, 5, 0);
        assertThat(priceSensitivity.of(shop.id("full-price0")))
                .isEqualTo(new PriceSensitivity.Answer(
                        false,
                        "The offer model knows no discount whose effect was shown to differ between customers."));
    }

    @Test
    void knowsNobodyAsPriceSensitiveWhereADiscountDoesTheSameForAll() throws IOException {
        decisions("customer", "SAVE", 1);
        know(TestModels.byResponse(offer("ten-percent"), 0.1, 0), byTrees("early-access", "discount_share", 0.3, -0.1));
        assertThat(priceSensitivity.of(shop.id("customer0")).sensitive()).isFalse();
    }

    private void know(OfferEffect... effects) throws IOException {
        TestModels.write(FOLDER, List.of(effects));
    }

    private OfferEffect byTrees(String offer, String feature, double above, double below) throws IOException {
        Path trees = Files.createDirectories(FOLDER).resolve("effect-1.json");
        Files.write(trees, TestModels.trees(feature, above, below));
        return TestModels.byTrees(offer(offer), "effect-1.json", OfferModel.sha256(trees));
    }

    private Offer offer(String id) {
        return catalog.offer(shop.id(id)).orElseThrow();
    }

    /** By what the evidence stores and the card says, in the terms of src/docs/models/effects.md. */
    private void assertReproduced(Decision decision) {
        Evidence.Candidate chosen = candidate(decision, decision.action());
        OfferModel model = modelRegistry.current().orElseThrow();
        float[] features = Features.vector(decision.evidence().features());
        float[] nothing = features.clone();
        for (int column = Features.CONTEXT.size(); column < nothing.length; column++) {
            nothing[column] = 0;
        }
        double without = model.trees().predict(nothing);
        double effect = decision.offer()
                .flatMap(model.card()::effectOf)
                .map(known -> known.average() + known.slope() * (predicted(known, features, nothing) - known.center()))
                .orElse(0.0);
        double with = Math.max(0, Math.min(1, without + effect));
        assertThat(chosen.effect()).isCloseTo(effect, within(1e-5));
        assertThat(chosen.probability()).isCloseTo(with, within(1e-5));
        OrderValueModel orders = model.card().data().basket();
        double margin = orders.margin().base() + orders.margin().slope() * (PRICE - COST);
        double value = orders.value().base() + orders.value().slope() * PRICE;
        assertThat(chosen.score()).isCloseTo(effect * margin - with * cost(decision.offer(), value), within(1e-5));
    }

    private double predicted(OfferEffect known, float[] features, float[] nothing) {
        OfferModel model = modelRegistry.current().orElseThrow();
        return known.file().isEmpty()
                ? model.trees().predict(features) - model.trees().predict(nothing)
                : Objects.requireNonNull(model.effects().get(known.action())).predict(Features.context(features));
    }

    private static double cost(Optional<Offer> offer, double value) {
        return offer.map(given -> given.cost().doubleValue() + (given.kind() == Offer.Kind.PERCENT ? 0.1 * value : 0))
                .orElse(0.0);
    }

    private List<Decision> decisions(String name, @Nullable String code, int count) {
        List<String> customers =
                IntStream.range(0, count).mapToObj(i -> name + i).toList();
        customers.forEach(customer -> {
            shop.hasSubscriber(customer).viewed(customer, "shoes", 3);
            for (int order = 1; order <= 6; order++) {
                shop.ordered(customer, 25 * order, code, "cap");
            }
        });
        shop.recordEvents();
        workScheduler.runDue();
        return customers.stream().map(customer -> decide(shop.id(customer))).toList();
    }

    private Decision decide(String customer) {
        return nextBestAction.decide(new DecisionRequest(
                customer, shop.slot(), UUID.randomUUID(), "effects", "decide", false, List.of(shop.id("shoes"))));
    }

    private static Evidence.Candidate candidate(Decision decision, String action) {
        return decision.evidence().candidates().stream()
                .filter(candidate -> candidate.action().equals(action))
                .findFirst()
                .orElseThrow();
    }
}
