package org.postroad.shop.behaviour;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.postroad.catalog.Product;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.SeededRandom;

/**
 * What somebody takes to the till.
 *
 * @param pieces by product, the one that it was all about first
 */
record ShoppingCart(Map<Product, Integer> pieces) {

    /** How often the usual companion is taken and not just any of its kind. */
    private static final double USUAL = 0.7;

    /** The product, and with it some of what goes along. */
    static ShoppingCart around(Product product, Assortment assortment, SeededRandom seededRandom) {
        Map<Product, Integer> pieces = new LinkedHashMap<>();
        pieces.put(product, product.consumableDays() == null ? 1 : 1 + seededRandom.below(2));
        assortment
                .demandFor(Objects.requireNonNull(product.category()))
                .companions()
                .forEach((tag, probability) -> {
                    if (seededRandom.chance(probability)) {
                        pieces.putIfAbsent(companion(product, assortment.tagged(tag), seededRandom), 1);
                    }
                });
        return new ShoppingCart(pieces);
    }

    /** Most people take the same companion with the same product: the one that has most in common with it. */
    private static Product companion(Product product, List<Product> kind, SeededRandom seededRandom) {
        if (!seededRandom.chance(USUAL)) {
            return seededRandom.oneOf(kind);
        }
        return kind.stream()
                .filter(other -> !other.equals(product))
                .max(Comparator.comparingInt((Product other) -> inCommon(product, other))
                        .thenComparing(other -> Integer.reverse((product.id() + other.id()).hashCode())))
                .orElse(product);
    }

    private static int inCommon(Product one, Product other) {
        return (int) one.tags().stream().filter(other.tags()::contains).count();
    }

    BigDecimal total() {
        return pieces.entrySet().stream()
                .map(each -> price(each.getKey()).multiply(BigDecimal.valueOf(each.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The properties of {@code cart_updated}. */
    Map<String, Object> cartProperties() {
        return Map.of("items", items());
    }

    /** The properties of {@code purchased}: what is paid is what the basket is worth, less the saving. */
    Map<String, Object> orderProperties(String orderId, Discount discount) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("orderId", orderId);
        order.put("items", items());
        order.put("total", total().subtract(discount.amount(total())).setScale(2, RoundingMode.HALF_UP));
        order.put("currency", "EUR");
        Stream.ofNullable(discount.code()).forEach(code -> {
            order.put("discountCode", code);
            order.put("discountAmount", discount.amount(total()));
        });
        return order;
    }

    private List<Map<String, Object>> items() {
        return pieces.entrySet().stream().map(ShoppingCart::item).toList();
    }

    private static Map<String, Object> item(Map.Entry<Product, Integer> each) {
        return Map.of("productId", each.getKey().id(), "quantity", each.getValue(), "price", price(each.getKey()));
    }

    private static BigDecimal price(Product product) {
        return Objects.requireNonNull(product.price(), product.id());
    }
}
