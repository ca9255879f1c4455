package org.postroad.predict.replenishment;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The intervals of all products: each of a product's own where enough is known of it, else those of its category, else of all. A
 * product's own are shrunk to its category's, and those to all products'. Immutable; about 150 bytes a product.
 *
 * @param all of all products
 * @param categories by category
 * @param products by product id
 */
public record ReplenishmentModel(
        IntervalModel all, Map<String, IntervalModel> categories, Map<String, IntervalModel> products) {

    public ReplenishmentModel {
        categories = Map.copyOf(categories);
        products = Map.copyOf(products);
    }

    /**
     * The intervals of a product, also of one that is new.
     *
     * @param category empty if it has none
     * @param daysPerUnit as the catalogue tells; used where nothing is known of the product
     */
    public IntervalModel intervals(String product, String category, OptionalDouble daysPerUnit) {
        IntervalModel own = products.get(product);
        return own == null ? told(ofCategory(category), daysPerUnit) : own;
    }

    IntervalModel ofCategory(String category) {
        return categories.getOrDefault(category, all);
    }

    static IntervalModel told(IntervalModel level, OptionalDouble daysPerUnit) {
        return isTold(daysPerUnit) ? level.withTypicalDays(daysPerUnit.getAsDouble()) : level;
    }

    static boolean isTold(OptionalDouble daysPerUnit) {
        return daysPerUnit.isPresent() && daysPerUnit.getAsDouble() > 0 && Double.isFinite(daysPerUnit.getAsDouble());
    }
}
