package org.postroad.predict.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroad.event.Event;
import org.postroad.event.EventType;

/** What was bought later, on the same day or after, changes nothing of what is known of a customer at a moment. */
class PurchasePastTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final Random random = new Random(5);
    private final List<Event> before = List.of(bought(-40, 2), bought(-9.5, 1), bought(-.1, 3));
    private final List<Event> later = List.of(bought(.01, 1), bought(.2, 4), bought(3, 2), bought(30, 1));

    @Test
    void whatCameLaterChangesNothing() {
        String asItWas = known(before);
        assertThat(known(with(later))).isEqualTo(asItWas);
        assertThat(known(with(shuffled()))).as("shuffled").isEqualTo(asItWas);
        List<Event> doubled = new ArrayList<>(later);
        doubled.addAll(shuffled());
        assertThat(known(with(doubled))).as("doubled").isEqualTo(asItWas);
        assertThat(known(with(List.of(bought(-.02, 1))))).as("one more before").isNotEqualTo(asItWas);
    }

    private static String known(List<Event> purchases) {
        PurchasePast past = new PurchasePast(purchases, NOW);
        return past.orders().map(each -> each.historyAt(past.today()) + " " + each.spendAt(past.today())) + " "
                + past.of("coffee") + past.products();
    }

    private List<Event> with(List<Event> more) {
        List<Event> all = new ArrayList<>(before);
        all.addAll(more);
        return all;
    }

    private List<Event> shuffled() {
        List<Instant> times =
                new ArrayList<>(later.stream().map(Event::occurredAt).toList());
        Collections.shuffle(times, random);
        return IntStream.range(0, later.size())
                .mapToObj(i -> new Event(
                        "shuffled" + i,
                        "anne",
                        EventType.PURCHASED,
                        times.get(i),
                        later.get(i).properties()))
                .toList();
    }

    private static Event bought(double inDays, int quantity) {
        Instant at = NOW.plus(Duration.ofSeconds(Math.round(inDays * 86_400)));
        Map<String, Object> line = Map.of("productId", "coffee", "quantity", quantity, "price", 12.5);
        return new Event("order" + at, "anne", EventType.PURCHASED, at, Map.of("items", List.of(line)));
    }
}
