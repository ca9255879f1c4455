package org.postroad.predict.serving;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.postroad.catalog.Product;
import org.postroad.predict.replenishment.IntervalModel;
import org.springframework.util.function.SingletonSupplier;

/** How long the products last that some customers bought. Asks for the model and the catalogue when they are needed. */
final class ProductIntervals {

    private final Supplier<LearnedModel<HabitModel>> habits;
    private final Supplier<Map<String, Product>> products;

    ProductIntervals(Supplier<LearnedModel<HabitModel>> habits, Supplier<Map<String, Product>> products) {
        this.habits = SingletonSupplier.of(habits);
        this.products = SingletonSupplier.of(products);
    }

    /** The product's own intervals, those of its category, or of all. */
    IntervalModel of(String productId) {
        Optional<Product> product = product(productId);
        return habits.get()
                .model()
                .intervals()
                .intervals(productId, product.map(Product::category).orElse(""), daysPerUnit(product));
    }

    /** Whether the catalogue tells how long it lasts. */
    boolean isUsedUp(String productId) {
        return daysPerUnit(product(productId)).isPresent();
    }

    private Optional<Product> product(String productId) {
        return Optional.ofNullable(products.get().get(productId));
    }

    private static OptionalDouble daysPerUnit(Optional<Product> product) {
        return product.map(Product::consumableDays)
                .filter(days -> days > 0)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }
}
