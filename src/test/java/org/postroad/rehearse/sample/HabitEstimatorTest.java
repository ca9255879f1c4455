package org.postroad.rehearse.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postroad.catalog.Product;
import org.postroad.event.Event;
import org.postroad.shop.PersonTraits;

/** Habits are those of the own past, drawn towards all others' where it is short. */
class HabitEstimatorTest {

    private static final Instant STARTS = Instant.parse("2026-11-23T00:00:00Z");
    private static final SampledCatalog CATALOG =
            new SampledCatalog(List.of(product("tea", "teas"), product("cup", "cups")), List.of(), List.of());

    private final List<SampledCustomer> customers = new ArrayList<>();

    @Test
    void tellsTheFrequentFromTheRare() {
        HabitEstimator habits =
                habits(visitsEach(Duration.ofDays(2), "tea", 20), visitsEach(Duration.ofDays(30), "cup", 8), List.of());
        PersonTraits frequent = habits.traits(0, 1);
        PersonTraits rare = habits.traits(1, 2);
        PersonTraits silent = habits.traits(2, 3);
        assertThat(frequent.visitsPerWeek()).isBetween(2.8, 3.5);
        assertThat(rare.visitsPerWeek()).isBetween(0.23, 0.6);
        assertThat(silent.visitsPerWeek()).isLessThan(rare.visitsPerWeek());
        assertThat(frequent.taste().get("teas")).isGreaterThan(0.95);
        assertThat(rare.taste().get("cups")).isGreaterThan(0.6);
        assertThat(silent.taste()).isEqualTo(habits.means().categories());
        assertThat(frequent.shop().minute()).isCloseTo(20 * 60, within(30.0));
    }

    @Test
    void leavesVisitsToMailAndCountsOnesPerPause() {
        List<Event> past = List.of(
                event("email_sent", STARTS.minus(Duration.ofDays(10)), ""),
                event("email_opened", STARTS.minus(Duration.ofDays(9)), ""),
                event("email_clicked", STARTS.minus(Duration.ofDays(8)), ""),
                event("product_viewed", STARTS.minus(Duration.ofDays(8)).plusSeconds(45), "tea"),
                event("product_viewed", STARTS.minus(Duration.ofDays(5)), "tea"),
                event("product_viewed", STARTS.minus(Duration.ofDays(5)).plusSeconds(600), "tea"),
                event("purchased", STARTS.minus(Duration.ofDays(5)).plusSeconds(1200), "tea"));
        assertThat(PastVisits.of(past, STARTS.minus(Duration.ofDays(30))))
                .containsExactly(new PastVisits.PastVisit(STARTS.minus(Duration.ofDays(5)), List.of(past.get(6))));
        PersonTraits person = habits(past).traits(0, 1);
        assertThat(person.opens()).isBetween(0.3, 0.6);
        assertThat(person.clicks()).isBetween(0.1, 0.5);
        assertThat(person.buysOnVisit()).isBetween(0.03, 0.3);
    }

    @Test
    void leavesOrdersThatAMailBroughtAboutAndItsDiscountsToMail() {
        List<Event> visits = visitsEach(Duration.ofDays(3), "tea", 20);
        List<Event> withMail = new ArrayList<>(visits);
        for (Event visit : visits) {
            Instant clicked = visit.occurredAt().plus(Duration.ofHours(2));
            withMail.add(event("email_clicked", clicked, ""));
            withMail.add(event("purchased", clicked.plus(Duration.ofHours(30)), "tea", "discountCode", "MAIL-1"));
        }
        withMail.sort(Comparator.comparing(Event::occurredAt));
        HabitEstimator habits = habits(visits, withMail);
        PersonTraits without = habits.traits(0, 1);
        PersonTraits with = habits.traits(1, 1);
        assertThat(with.buysOnVisit()).isEqualTo(without.buysOnVisit()).isLessThan(0.03);
        assertThat(with.discountShare()).isEqualTo(without.discountShare());
        assertThat(with.visitsPerWeek()).as("as many in half the time").isBetween(3.5, 4.9);
    }

    @Test
    void knowsThatMidnightIsNearMidnight() {
        HourProfile late = HourProfile.EMPTY
                .plus(Instant.parse("2026-03-01T23:30:00Z"), ZoneOffset.UTC)
                .plus(Instant.parse("2026-03-03T00:30:00Z"), ZoneOffset.UTC);
        assertThat(late.hours().minute() % 1440).isCloseTo(0, within(0.01));
        assertThat(late.hours().spread()).isBetween(25.0, 35.0);
    }

    @SafeVarargs
    private HabitEstimator habits(List<Event>... pasts) {
        Stream.of(pasts)
                .forEach(past -> customers.add(new SampledCustomer(
                        "c-" + (customers.size() + 1),
                        "x" + customers.size() + "@example.com",
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        STARTS.minus(Duration.ofDays(300)),
                        STARTS,
                        null,
                        List.of(),
                        past)));
        return HabitEstimator.of(new Sample(CATALOG, customers, STARTS, 9, new Replacements(0, 0)));
    }

    private static List<Event> visitsEach(Duration pause, String product, int hour) {
        List<Event> past = new ArrayList<>();
        for (Instant at = STARTS.minus(Duration.ofDays(299)).plus(Duration.ofHours(hour));
                at.isBefore(STARTS);
                at = at.plus(pause)) {
            past.add(event("product_viewed", at, product));
        }
        return past;
    }

    private static Event event(String type, Instant at, String product, String... more) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("productId", product);
        properties.put("items", List.of(Map.of("productId", product, "quantity", 1, "price", 9)));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return new Event(type + at, "c", type, at, properties);
    }

    private static Product product(String id, String category) {
        return new Product(
                id, id, null, category, BigDecimal.TEN, "EUR", null, null, null, List.of(), null, null, Map.of());
    }
}
