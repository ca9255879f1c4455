package org.postroad.shop.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postroad.catalog.Offer;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.AssortmentReader;
import org.postroad.shop.world.GeneratedPopulation;
import org.postroad.shop.world.SimulatedPerson;

class ShopHistoryTest {

    private static final Instant OPENED = Instant.parse("2026-11-23T12:00:00Z");
    private static final Assortment ASSORTMENT = new AssortmentReader("http://localhost").assortment();
    private static List<ShopEvent> history = List.of();
    private static Map<String, SimulatedPerson> people = Map.of();
    private static Map<String, List<ShopEvent>> orders = Map.of();

    @BeforeAll
    static void tellTheYear() {
        history = told(42, 2_000);
        people = new GeneratedPopulation(42, OPENED, 2_000, ASSORTMENT)
                .people().stream().collect(Collectors.toMap(SimulatedPerson::id, Function.identity()));
        orders = of("purchased").stream().collect(Collectors.groupingBy(ShopEvent::customerId));
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(told(7, 50)).isEqualTo(told(7, 50)).isNotEqualTo(told(8, 50));
    }

    @Test
    void isAYearInOrderOfTimeAndEachEventHasAnIdOfItsOwn() {
        assertThat(history).hasSizeBetween(140_000, 250_000);
        assertThat(history).extracting(ShopEvent::at).isSorted().allMatch(at -> !at.isAfter(OPENED));
        assertThat(history.stream().map(ShopEvent::id).distinct()).hasSameSizeAs(history);
    }

    /** With this seed somebody opens two mails in the same second, and somebody looks at two products. */
    @Test
    void deedsOfTheSameSecondAreToldApart() {
        List<ShopEvent> told = told(2, 2_000);
        assertThat(told.stream()
                        .map(deed -> List.of(deed.customerId(), deed.type(), deed.at()))
                        .distinct())
                .hasSizeLessThan(told.size());
        assertThat(told.stream().map(ShopEvent::id).distinct()).hasSameSizeAs(told);
    }

    @Test
    void drawsOffersByLot() {
        Map<Object, Long> arms = reminders().stream()
                .collect(Collectors.groupingBy(
                        sent -> sent.properties().getOrDefault("offerId", "none"), Collectors.counting()));
        assertThat(arms).containsOnlyKeys("free-shipping", "ten-percent", "early-access", "none");
        double even = reminders().size() / 4.0;
        assertThat(arms.values()).allSatisfy(count -> assertThat((double) count).isBetween(even * 0.94, even * 1.06));
        assertThat(reminders()).allSatisfy(sent -> assertThat(sent.properties()).containsEntry("propensity", 0.25));
    }

    @Test
    void savingsMoveThoseWhoMindThePriceAndNobodyElse() {
        assertThat(buyRate("free-shipping", 0.65, 1)).isGreaterThan(3 * buyRate("none", 0.65, 1));
        assertThat(buyRate("ten-percent", 0.65, 1)).isGreaterThan(2 * buyRate("none", 0.65, 1));
        assertThat(buyRate("free-shipping", 0, 0.28)).isLessThan(1.5 * buyRate("none", 0, 0.28));
    }

    @Test
    void beingFirstMovesThoseWhoDoNotMindThePrice() {
        assertThat(buyRate("early-access", 0, 0.28)).isGreaterThan(1.4 * buyRate("free-shipping", 0, 0.28));
        assertThat(buyRate("early-access", 0.65, 1)).isLessThan(1.5 * buyRate("none", 0.65, 1));
    }

    @Test
    void nobodyGetsMailWithoutConsentOrAfterUnsubscribing() {
        Map<String, Instant> left = of("unsubscribed").stream()
                .collect(Collectors.toMap(ShopEvent::customerId, ShopEvent::at, (one, other) -> one));
        assertThat(left).isNotEmpty();
        assertThat(of("email_sent")).allSatisfy(sent -> {
            assertThat(person(sent).consents()).isTrue();
            assertThat(sent.at()).isBefore(left.getOrDefault(sent.customerId(), Instant.MAX));
        });
    }

    @Test
    void discountsAreTakenByThoseWhoMindThePrice() {
        assertThat(discountShare(0.65, 1)).isGreaterThan(0.65);
        assertThat(discountShare(0, 0.28)).isLessThan(0.25);
    }

    @Test
    void shoesAreBoughtWithSocksAndTrackers() {
        List<Set<String>> baskets = of("purchased").stream()
                .map(ShopHistoryTest::productsOf)
                .filter(products -> products.contains("runner-2") && products.size() > 1)
                .toList();
        assertThat(baskets).hasSizeGreaterThan(10);
        assertThat(baskets).anyMatch(products -> products.stream().anyMatch(id -> id.startsWith("tracker-")));
        assertThat(baskets.stream().filter(products -> products.stream().anyMatch(id -> id.startsWith("socks-"))))
                .hasSizeGreaterThan(baskets.size() / 2);
    }

    private static List<ShopEvent> told(long seed, int customers) {
        List<ShopEvent> told = new ArrayList<>();
        new ShopHistory(ASSORTMENT, seed, customers, OPENED).generate(told::add);
        return told;
    }

    private static List<ShopEvent> of(String type) {
        return history.stream().filter(event -> event.type().equals(type)).toList();
    }

    private static List<ShopEvent> reminders() {
        return of("email_sent").stream()
                .filter(sent -> sent.properties().containsKey("propensity"))
                .toList();
    }

    private static SimulatedPerson person(ShopEvent event) {
        return people.getOrDefault(
                event.customerId(), people.values().iterator().next());
    }

    private static boolean between(ShopEvent event, double low, double high) {
        double sensitivity = person(event).priceSensitivity();
        return sensitivity >= low && sensitivity <= high;
    }

    private static double buyRate(String offer, double low, double high) {
        List<ShopEvent> sent = reminders().stream()
                .filter(event ->
                        event.properties().getOrDefault("offerId", "none").equals(offer))
                .filter(event -> between(event, low, high))
                .toList();
        return sent.stream().filter(ShopHistoryTest::boughtWithinFiveDays).count() / (double) sent.size();
    }

    private static boolean boughtWithinFiveDays(ShopEvent sent) {
        Instant end = sent.at().plus(Duration.ofDays(5));
        return orders.getOrDefault(sent.customerId(), List.of()).stream()
                .anyMatch(order -> order.at().isAfter(sent.at()) && order.at().isBefore(end));
    }

    /** Among orders that no mail gave a code for. */
    private static double discountShare(double low, double high) {
        List<ShopEvent> bought = of("purchased").stream()
                .filter(order -> between(order, low, high))
                .filter(order -> ASSORTMENT.offers().stream()
                        .map(Offer::codePrefix)
                        .noneMatch(prefix -> String.valueOf(order.properties().get("discountCode"))
                                .startsWith(prefix + "-")))
                .toList();
        return bought.stream()
                        .filter(order -> order.properties().containsKey("discountCode"))
                        .count()
                / (double) bought.size();
    }

    private static Set<String> productsOf(ShopEvent order) {
        return ((List<?>) order.properties().getOrDefault("items", List.of()))
                .stream()
                        .map(item -> String.valueOf(((Map<?, ?>) item).get("productId")))
                        .collect(Collectors.toSet());
    }
}
