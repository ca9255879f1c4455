package org.postroad.journey.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroad.customer.profile.RecentViews;
import org.postroad.event.Event;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.postroad.journey.Enrolment;
import org.postroad.time.Ids;

class EnrolmentTriggersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final EventLog events = mock();
    private final RecentViews views = mock();
    private final EnrolmentTriggers enrolmentTriggers = new EnrolmentTriggers(events, views);

    @Test
    void includesTheViewedProductAndOthersOfItsCategory() {
        given(views.productsInCategoryOf(eq("ada"), eq("runner-2"), any())).willReturn(List.of("runner-1", "runner-2"));

        assertThat(enrolmentTriggers.productsOf(
                        enrolledBy(event(EventType.PRODUCT_VIEWED, Map.of("productId", "runner-2")))))
                .containsExactly("runner-2", "runner-1");
    }

    @Test
    void includesOnlyPurchasedProductsAfterAPurchase() {
        given(views.productsInCategoryOf(any(), any(), any())).willReturn(List.of("runner-1"));

        assertThat(enrolmentTriggers.productsOf(
                        enrolledBy(event(EventType.PURCHASED, items("runner-2", "socks-1", "runner-2")))))
                .containsExactly("runner-2", "socks-1");
    }

    @Test
    void readsTheLatestCart() {
        Event first = event(EventType.CART_UPDATED, items("runner-2"));
        Event later = event(EventType.CART_UPDATED, items("runner-2", "socks-1"));
        given(events.ofCustomer("ada", NOW, EventType.CART_UPDATED)).willReturn(List.of(first, later));

        assertThat(enrolmentTriggers.productsOf(enrolledBy(first))).containsExactly("runner-2", "socks-1");
    }

    @Test
    void findsNoProductsWithoutATriggerEvent() {
        assertThat(enrolmentTriggers.productsOf(
                        Enrolment.begin(Ids.RANDOM.next(), "a-journey", "ada", 1, false, null, NOW)))
                .isEmpty();
    }

    private Enrolment enrolledBy(Event event) {
        given(events.find(event.id())).willReturn(Optional.of(event));
        return Enrolment.begin(Ids.RANDOM.next(), "a-journey", "ada", 1, false, event.id(), NOW);
    }

    private static Event event(String type, Map<String, Object> properties) {
        return new Event("the-event", "ada", type, NOW, properties);
    }

    private static Map<String, Object> items(String... products) {
        return Map.of(
                "items",
                Arrays.stream(products)
                        .map(product -> Map.of("productId", product))
                        .toList());
    }
}
