package org.postroad.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.OwnContext;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.decide.Decision;
import org.postroad.decide.DecisionRequest;
import org.postroad.decide.NextBestAction;
import org.postroad.decide.model.ModelCard;
import org.postroad.decide.model.ModelRegistry;
import org.postroad.decide.model.OfferEffect;
import org.postroad.decide.model.OfferModel;
import org.postroad.decide.tree.NativeXgboost;
import org.postroad.event.EventIntake;
import org.postroad.feature.SmallShop;
import org.postroad.model.ModelSource;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;

/** Closes the loop: after training on events, the next decision differs. It has a models folder of its own. */
@OwnContext
@PostroadTest
@TestPropertySource(
        properties = {"postroad.decide.models-location=target/test-models", "postroad.decide.exploration=0"})
class LearningLoopIT {

    private static final int CUSTOMERS = 2_000;
    private static final List<String> ACTIONS = List.of("free-shipping", "ten-percent", "early-access", "");

    @Autowired
    TrainCommand train;

    @Autowired
    ModelRegistry modelRegistry;

    @Autowired
    List<ModelSource> modelSources;

    @Autowired
    NextBestAction nextBestAction;

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
    void putProductsAndCustomers() throws IOException {
        NativeXgboost.require();
        FileSystemUtils.deleteRecursively(Path.of("target/test-models"));
        shop = new SmallShop("loop", catalog, intake, clock.instant())
                .sells("shoes", "shoes", 100, 40)
                .sells("cap", "caps", 25, 10)
                .givesStandardOffers()
                .hasSubscriber("hunter")
                .hasSubscriber("full-price");
        ordersOf("hunter", true);
        ordersOf("full-price", false);
        shop.viewed("hunter", "shoes", 2).viewed("full-price", "shoes", 2);
        recordEvents();
    }

    @Test
    void changesTheNextDecisionAfterTraining() {
        assertThat(train.call()).as("too little to learn from").isEqualTo(2);
        Decision before = decide("hunter");
        assertThat(before.action()).isEqualTo(shop.id("free-shipping"));
        assertThat(before.evidence().chosenBy()).isEqualTo("rule");

        recordResponsesToTenPercentByHuntersAndToEarlyAccessByOthers();
        assertThat(train.call()).isZero();

        ModelCard card = modelRegistry.card().orElseThrow();
        assertThat(card.data().decisions()).isEqualTo(CUSTOMERS);
        assertThat(card.gate().act()).as(card.gate().reason()).isTrue();
        assertThat(card.metrics().logLoss()).isLessThan(card.metrics().baselineLogLoss());
        Decision after = decide("hunter");
        assertThat(after.action()).isEqualTo(shop.id("ten-percent"));
        assertThat(after.evidence().chosenBy()).isEqualTo("model");
        assertThat(after.evidence().model()).isEqualTo(card.id());
        assertThat(decide("full-price").action()).isEqualTo(shop.id("early-access"));

        assertThat(card.effects())
                .extracting(OfferEffect::action, OfferEffect::differs)
                .containsExactly(
                        tuple(shop.id("early-access"), true),
                        tuple(shop.id("free-shipping"), false),
                        tuple(shop.id("ten-percent"), true));
        assertThat(modelSource().report().actsSince()).isEqualTo(clock.instant());

        shop.gives("ten-percent", Offer.Kind.PERCENT, 12, 0);
        Decision changed = decide("hunter");
        assertThat(changed.evidence().chosenBy()).isEqualTo("model");
        assertThat(changed.action()).isNotEqualTo(shop.id("ten-percent"));
    }

    private ModelSource modelSource() {
        return modelSources.stream()
                .filter(source -> source.name().equals(OfferModel.NAME))
                .findFirst()
                .orElseThrow();
    }

    private void recordResponsesToTenPercentByHuntersAndToEarlyAccessByOthers() {
        Random random = new Random(7);
        for (int i = 0; i < CUSTOMERS; i++) {
            String customer = "c" + i;
            boolean hunter = random.nextBoolean();
            ordersOf(customer, hunter);
            String action = ACTIONS.get(random.nextInt(ACTIONS.size()));
            mailed(customer, 30, action);
            boolean persuaded = action.equals(hunter ? "ten-percent" : "early-access");
            if (random.nextDouble() < (persuaded ? 0.5 : 0.1)) {
                shop.ordered(customer, 28, persuaded && hunter ? "T-1" : null, "shoes");
            }
            mailed(customer, 2, action); // within the attribution window
        }
        recordEvents();
    }

    private void mailed(String customer, double daysAgo, String action) {
        Map<String, Object> mail = new LinkedHashMap<>(Map.of("slot", shop.slot(), "propensity", 0.25));
        mail.put("productId", shop.id("shoes"));
        if (!action.isEmpty()) {
            mail.put("offerId", shop.id(action));
        }
        shop.happened(customer, "email_sent", daysAgo, mail);
    }

    private void ordersOf(String customer, boolean hunter) {
        for (int order = 1; order <= 3; order++) {
            shop.ordered(customer, 40 + 20 * order, hunter ? "SAVE" : null, "cap");
        }
    }

    private void recordEvents() {
        shop.recordEvents();
        workScheduler.runDue();
    }

    private Decision decide(String customer) {
        return nextBestAction.decide(new DecisionRequest(
                shop.id(customer), shop.slot(), UUID.randomUUID(), "loop", "decide", false, List.of(shop.id("shoes"))));
    }
}
