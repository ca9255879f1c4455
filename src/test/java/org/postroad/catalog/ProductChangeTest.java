package org.postroad.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroad.event.EventType;

class ProductChangeTest {

    @Test
    void findsThatAProductIsBackInStock() {
        assertThat(between(product("20", "EUR", 0), product("20", "EUR", 3)))
                .containsExactly(
                        new ProductChange("shoe", EventType.BACK_IN_STOCK, Map.of("productId", "shoe", "stock", 3)));
    }

    @Test
    void findsALowerPriceWithTheOldOne() {
        assertThat(between(product("20", "EUR", 3), product("19.99", "EUR", 3)))
                .containsExactly(new ProductChange(
                        "shoe",
                        EventType.PRICE_DROPPED,
                        Map.of("productId", "shoe", "before", new BigDecimal("20"), "price", new BigDecimal("19.99"))));
    }

    @Test
    void findsBothAtOnce() {
        assertThat(between(product("20", "EUR", 0), product("15", "EUR", 3)))
                .extracting(ProductChange::type)
                .containsExactly(EventType.BACK_IN_STOCK, EventType.PRICE_DROPPED);
    }

    @Test
    void findsNoChangeIfValuesStayRiseOrAreMissing() {
        assertThat(between(product("20", "EUR", 3), product("20.00", "EUR", 9))).isEmpty();
        assertThat(between(product("20", "EUR", 3), product("21", "EUR", 0))).isEmpty();
        assertThat(between(product("20", "EUR", 0), product("20", "EUR", 0))).isEmpty();
        assertThat(between(product("20", "EUR", 0), product("20", "EUR", null))).isEmpty();
        assertThat(between(product("20", "EUR", null), product("20", "EUR", 3))).isEmpty();
        assertThat(between(product(null, "EUR", 3), product("20", "EUR", 3))).isEmpty();
        assertThat(between(product("20", "EUR", 3), product(null, "EUR", 3))).isEmpty();
        assertThat(between(product("20", "EUR", 3), product("19", "USD", 3))).isEmpty();
    }

    private static List<ProductChange> between(Product before, Product now) {
        return ProductChange.between(before, now);
    }

    private static Product product(@Nullable String price, String currency, @Nullable Integer stock) {
        BigDecimal amount = price == null ? null : new BigDecimal(price);
        return new Product(
                "shoe", "Shoe", null, null, amount, currency, null, null, null, List.of(), stock, null, Map.of());
    }
}
