package org.postroad.feature;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;

/** Prices of products relative to the mean price of their category, which is 1. For one use: it caches the means. */
final class PriceLevels {

    private final Catalog catalog;
    private final Map<String, Double> meanByCategory = new ConcurrentHashMap<>();

    PriceLevels(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The mean level of viewed products, weighted by their views; NaN if no level is known. */
    double of(Map<String, Double> views) {
        double weights = 0;
        double sum = 0;
        for (Map.Entry<String, Double> view : views.entrySet()) {
            OptionalDouble level =
                    catalog.product(view.getKey()).map(this::level).orElse(OptionalDouble.empty());
            if (level.isPresent()) {
                weights += view.getValue();
                sum += view.getValue() * level.getAsDouble();
            }
        }
        return sum / weights;
    }

    private OptionalDouble level(Product product) {
        Optional<Double> price = Optional.ofNullable(product.price()).map(BigDecimal::doubleValue);
        return product.category() == null || price.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(price.get() / meanByCategory.computeIfAbsent(product.category(), this::meanPrice));
    }

    private double meanPrice(String category) {
        return catalog.productsIn(category).stream()
                .map(Product::price)
                .filter(price -> price != null)
                .mapToDouble(BigDecimal::doubleValue)
                .average()
                .orElse(Double.NaN);
    }
}
