package org.postroad.shop.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopEventTest {

    private static final Instant AT = Instant.parse("2026-03-03T19:07:03Z");

    @Test
    void deedsOfTheSameKindAndSecondHaveIdsOfTheirOwn() {
        assertThat(opened("newsletter").id())
                .isNotEqualTo(opened("browse-abandonment").id());
    }

    /** Whatever the order of its properties, which {@code Map.of} changes from one process to the next. */
    @Test
    void theSameDeedHasTheSameIdInEveryProcess() {
        Map<String, Object> item = Map.of("productId", "runner-2", "quantity", 1, "price", 129.5);
        ShopEvent order = new ShopEvent("c-1", "purchased", AT, Map.of("orderId", "o-1", "items", List.of(item)));
        assertThat(order.id()).isEqualTo("shop:c-1:purchased:tbc7rr:tq7go7");
    }

    private static ShopEvent opened(String slot) {
        return new ShopEvent("c-471", "email_opened", AT, Map.of("slot", slot));
    }
}
