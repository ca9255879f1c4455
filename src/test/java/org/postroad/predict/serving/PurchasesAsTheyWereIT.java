package org.postroad.predict.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.postroad.feature.SmallShop;
import org.postroad.predict.replenishment.RepurchaseHistory;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was bought after a moment changes nothing of what is learned and predicted as of it. */
@PostroadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurchasesAsTheyWereIT {

    private static final int CUSTOMERS = 12;

    @Autowired
    PurchaseStream purchaseStream;

    @Autowired
    Predictions predictions;

    @Autowired
    Catalog catalog;

    @Autowired
    EventIntake intake;

    @Autowired
    EventLog log;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final Random random = new Random(3);
    private Instant then = Instant.EPOCH;
    private List<Event> later = List.of();

    @BeforeAll
    void customersWhoBuyBeforeAndAfter() {
        SmallShop shop = new SmallShop("asof", catalog, intake, clock.instant()).sells("coffee", "drinks", 12, 5);
        catalog.product(shop.id("coffee"))
                .map(PurchasesAsTheyWereIT::usedUp)
                .ifPresent(coffee -> catalog.putProducts(List.of(coffee)));
        IntStream.range(0, CUSTOMERS)
                .forEach(i -> IntStream.range(0, 10)
                        .forEach(order -> shop.ordered("customer" + i, 5 + 23.7 * order + i, null, "coffee")));
        shop.recordEvents();
        workScheduler.runDue();
        then = Days.startOf(Days.of(clock.instant().minus(Duration.ofDays(100))));
        later = jdbc
                .sql("select id from event where customer_id like 'asof-%' and occurred_at >= ? order by id")
                .param(Timestamp.from(then))
                .query(String.class)
                .stream()
                .flatMap(id -> log.find(id).stream())
                .toList();
        assertThat(later).hasSizeGreaterThan(40);
    }

    private static Product usedUp(Product product) {
        return new Product(
                product.id(),
                product.name(),
                product.brand(),
                product.category(),
                product.price(),
                product.currency(),
                product.cost(),
                product.url(),
                product.imageUrl(),
                product.tags(),
                product.stock(),
                30,
                product.attributes());
    }

    @AfterAll
    void removeThem() {
        jdbc.sql("delete from event where customer_id like 'asof-%'").update();
    }

    @Test
    void whatCameLaterChangesNothing() {
        List<Object> asItWas = asOfThen();
        assertThat(asItWas).hasSizeGreaterThan(3 * CUSTOMERS);
        replaceLater(shuffled());
        assertThat(asOfThen()).as("shuffled in time").isEqualTo(asItWas);
        List<Event> doubled = new ArrayList<>(later);
        doubled.addAll(shuffled());
        replaceLater(doubled);
        assertThat(asOfThen()).as("doubled").isEqualTo(asItWas);
        replaceLater(List.of());
        assertThat(asOfThen()).as("nothing later").isEqualTo(asItWas);
        intake.record(List.of(copy(later.get(0), then.minusSeconds(1))));
        assertThat(asOfThen()).as("one more before").isNotEqualTo(asItWas);
    }

    /** What is learned from up to then, and what is known of and predicted for each customer as of then. */
    private List<Object> asOfThen() {
        List<Object> all = new ArrayList<>();
        purchaseStream.learnFromCustomers(then, customers -> {
            customers.forEachOrdered(
                    each -> all.add(each.historyAt(Days.of(then)) + " " + each.spendAt(Days.of(then))));
            return all;
        });
        List<RepurchaseHistory> histories = purchaseStream.learnFromProducts(then, products -> {
            try (var each = products.get()) {
                return each.filter(product -> product.product().equals("asof-coffee"))
                        .flatMap(product -> product.histories().stream())
                        .toList();
            }
        });
        all.addAll(histories);
        IntStream.range(0, CUSTOMERS).forEach(i -> all.addAll(ofCustomer("asof-customer" + i)));
        return all;
    }

    private List<Object> ofCustomer(String customer) {
        List<Event> purchases = log.ofCustomer(customer, Instant.EPOCH, EventType.PURCHASED);
        PurchasePast past = new PurchasePast(purchases, then.minusSeconds(1));
        Event last = purchases.stream()
                .filter(purchase -> purchase.occurredAt().isBefore(then))
                .reduce((first, second) -> second)
                .orElseThrow();
        return List.of(
                past.orders().map(each -> each.historyAt(past.today()) + " " + each.spendAt(past.today())),
                past.of("asof-coffee"),
                predictions.replenishment(last).orElseThrow());
    }

    private List<Event> shuffled() {
        List<Instant> times =
                new ArrayList<>(later.stream().map(Event::occurredAt).toList());
        Collections.shuffle(times, random);
        return IntStream.range(0, later.size())
                .mapToObj(i -> copy(later.get(i), times.get(i)))
                .toList();
    }

    private static Event copy(Event event, Instant at) {
        return new Event(
                "asof-" + UUID.randomUUID(), event.customerId(), event.type(), at, Map.copyOf(event.properties()));
    }

    private void replaceLater(List<Event> events) {
        jdbc.sql("delete from event where customer_id like 'asof-%' and occurred_at >= ?")
                .param(Timestamp.from(then))
                .update();
        intake.record(
                events.stream().map(event -> copy(event, event.occurredAt())).toList());
    }
}
