package org.postroad.predict.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.feature.SmallShop;
import org.postroad.model.ModelSwitch;
import org.postroad.predict.lifetime.CustomerPurchases;
import org.postroad.predict.replenishment.ProductHistories;
import org.postroad.time.TimeSettings;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostroadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PredictionsIT {

    private static final double DAYS_90 = 90;

    @Autowired
    Predictions predictions;

    @Autowired
    PredictionModels models;

    @Autowired
    StoredModels stored;

    @Autowired
    PurchaseStream purchaseStream;

    @Autowired
    ModelSwitch modelSwitch;

    @Autowired
    Catalog catalog;

    @Autowired
    EventIntake intake;

    @Autowired
    EventLog events;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private SmallShop shop;

    @BeforeAll
    void regularsAndPassersBy() {
        shop = new SmallShop("pred", catalog, intake, clock.instant())
                .sells("coffee", "drinks", 12, 5)
                .sells("kettle", "camping", 40, 20);
        for (int i = 0; i < 20; i++) {
            for (int order = 0; order < 8; order++) {
                shop.ordered("regular" + i, 5 + i % 7 + 30 * order + i * order * order % 5, null, "coffee");
            }
            shop.ordered("passer-by" + i, 300 - i, null, "kettle");
        }
        shop.ordered("returner", 40, null, "coffee")
                .happened(
                        "returner",
                        "purchased",
                        20,
                        Map.of(
                                "items",
                                List.of(Map.of("productId", shop.id("coffee"), "quantity", -1, "price", 12)),
                                "total",
                                -12));
        shop.recordEvents();
        workScheduler.runDue();
        learnAnew();
    }

    private void learnAnew() {
        jdbc.sql("delete from learned_model").update();
        models.refresh();
    }

    @Test
    void aRegularIsExpectedAndAPasserByIsNot() {
        CustomerPrediction regular = predictions.of(shop.id("regular1"));
        CustomerPrediction passerBy = predictions.of(shop.id("passer-by1"));
        assertThat(regular.purchaseProbability(DAYS_90)).isGreaterThan(.8);
        assertThat(passerBy.purchaseProbability(DAYS_90)).isLessThan(.3);
        assertThat(regular.churnRisk(DAYS_90)).isCloseTo(1 - regular.purchaseProbability(DAYS_90), within(1e-12));
        assertThat(regular.lifetimeValue(365).expected())
                .isGreaterThan(passerBy.lifetimeValue(365).expected());
        assertThat(regular.lifetimeValue(365).low())
                .isLessThan(regular.lifetimeValue(365).expected());
        assertThat(regular.lifetimeValue(365).high())
                .isGreaterThan(regular.lifetimeValue(365).expected());
    }

    @Test
    void whoNeverBoughtIsPredictedNothingForAReason() {
        CustomerPrediction nobody = predictions.of(shop.id("nobody"));
        assertThat(nobody.lifetimeValue(365).expected()).isZero();
        assertThat(nobody.churnRisk(DAYS_90)).isZero();
        assertThat(nobody.purchaseProbability(DAYS_90)).isZero();
        assertThat(nobody.unknownBecause())
                .hasValueSatisfying(why -> assertThat(why).contains("never bought"));
        assertThat(nobody.nextPurchase(shop.id("coffee"))).isEmpty();
        assertThat(nobody.nextPurchases(10)).isEmpty();
        assertThat(nobody.basis().purchaseDays()).isZero();
    }

    @Test
    void aHabitIsDueAfterItsInterval() {
        NextPurchase next = predictions
                .of(shop.id("regular0"))
                .nextPurchase(shop.id("coffee"))
                .orElseThrow();
        assertThat(Duration.between(clock.instant(), next.due()).toDays()).isBetween(20L, 30L);
        assertThat(next.earliest()).isBefore(next.due());
        assertThat(next.latest()).isAfter(next.due());
        assertThat(next.probabilityThatItGoesOn()).isGreaterThan(.8);
        assertThat(next.intervals()).isEqualTo(7);
        assertThat(predictions.of(shop.id("regular0")).nextPurchases(10)).containsExactly(next);
    }

    @Test
    void aPredictionHoldsUntilTheEndOfTheDay() {
        assertThat(predictions.of(shop.id("regular0")).validUntil())
                .isEqualTo(Days.startOf(Days.of(clock.instant()) + 1));
    }

    @Test
    void itIsServedAsItWasLearned() {
        List<CustomerPurchases> learned = new ArrayList<>();
        Instant before = Days.startOf(Days.of(clock.instant()));
        purchaseStream.learnFromCustomers(before, customers -> {
            customers.forEachOrdered(learned::add);
            return learned;
        });
        Instant then = before.minusSeconds(1);
        List<String> customers = jdbc.sql("select distinct customer_id from event where type = 'purchased' order by 1")
                .query(String.class)
                .list();
        List<CustomerPurchases> served = events.ofCustomers(customers, Instant.EPOCH, "purchased").values().stream()
                .flatMap(purchases -> new PurchasePast(purchases, then).orders().stream())
                .toList();
        assertThat(described(learned, Days.of(then)))
                .containsExactlyInAnyOrderElementsOf(described(served, Days.of(then)));
    }

    private static List<String> described(List<CustomerPurchases> purchases, int day) {
        return purchases.stream()
                .map(each -> each.historyAt(day) + " " + each.spendAt(day))
                .toList();
    }

    @Test
    void productsAreServedAsTheyWereLearned() {
        Instant before = Days.startOf(Days.of(clock.instant()));
        List<ProductHistories> learned = purchaseStream.learnFromProducts(before, products -> {
            try (var each = products.get()) {
                return each.filter(product -> product.product().equals(shop.id("coffee")))
                        .toList();
            }
        });
        assertThat(learned).singleElement().satisfies(coffee -> {
            assertThat(coffee.category()).isEqualTo(shop.id("drinks"));
            assertThat(coffee.histories()).hasSize(21);
            assertThat(coffee.histories())
                    .contains(new PurchasePast(
                                    events.ofCustomer(shop.id("regular3"), Instant.EPOCH, "purchased"),
                                    before.minusSeconds(1))
                            .of(shop.id("coffee"))
                            .orElseThrow());
        });
    }

    @Test
    void aReturnIsNoPurchase() {
        assertThat(predictions.of(shop.id("returner")).basis().purchaseDays()).isEqualTo(1);
    }

    @SuppressWarnings("NullAway") // without a log it cannot learn
    @Test
    void anotherNodeTakesOverWhatWasLearned() {
        learnAnew();
        PredictionModels otherNode =
                new PredictionModels(null, stored, modelSwitch, clock, new TimeSettings(null, false, false));
        assertThat(otherNode.lifetime().model()).isEqualTo(models.lifetime().model());
        assertThat(otherNode.habits().model()).isEqualTo(models.habits().model());
        assertThat(otherNode.lifetime().learnedAt()).isEqualTo(models.lifetime().learnedAt());
    }

    @Test
    void whenPeopleStopAModelWhatIsAssumedTakesItsPlace() {
        double learned = predictions.of(shop.id("regular1")).purchaseProbability(DAYS_90);
        modelSwitch.stop(PredictionModels.LIFETIME);
        try {
            assertThat(predictions.of(shop.id("regular1")).purchaseProbability(DAYS_90))
                    .isNotEqualTo(learned);
            assertThat(predictions.of(shop.id("regular1")).basis().learnedAt()).isNull();
        } finally {
            modelSwitch.resume(PredictionModels.LIFETIME);
        }
        assertThat(predictions.of(shop.id("regular1")).purchaseProbability(DAYS_90))
                .isEqualTo(learned);
    }

    @Test
    void theFirstNodeThatHasLearnedIsBelieved() {
        Instant now = clock.instant();
        LearnedModel<HabitModel> first = new LearnedModel<>(models.habits().model(), now, now.plusSeconds(60));
        LearnedModel<HabitModel> second = new LearnedModel<>(
                new HabitModel(first.model().intervals(), 1), now.plusSeconds(5), now.plusSeconds(90));
        assertThat(stored.store("test", HabitModel.class, first)).isEqualTo(first);
        assertThat(stored.store("test", HabitModel.class, second)).isEqualTo(first);
        assertThat(stored.find("test", HabitModel.class, now.plusSeconds(60))).isEmpty();
        assertThat(stored.find("test", HabitModel.class, now.minusSeconds(1))).isEmpty();
    }

    @Test
    void aStoredModelThatCannotBeReadIsLearnedAgain() {
        learnAnew();
        jdbc.sql("update learned_model set model = '{\"purchases\": {\"r\": -1}}' where name = 'lifetime-2'")
                .update();
        models.refresh();
        assertThat(models.lifetime().model().customers()).isGreaterThan(40);
        assertThat(stored.find("lifetime-2", models.lifetime().model().getClass(), clock.instant()))
                .isPresent();
    }

    @Test
    void manyCustomersAreAskedAtOnce() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(shop.id("regular" + i));
        }
        Map<String, CustomerPrediction> together =
                new TransactionTemplate(transactions).execute(status -> predictions.ofAll(all));
        assertThat(together)
                .hasSize(20)
                .allSatisfy((customer, prediction) -> assertThat(prediction.purchaseProbability(30))
                        .isEqualTo(predictions.of(customer).purchaseProbability(30)));
    }
}
