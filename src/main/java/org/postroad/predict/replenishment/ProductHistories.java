package org.postroad.predict.replenishment;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How the customers of a product bought it.
 *
 * @param product its id
 * @param category empty if it has none
 * @param daysPerUnit how long a unit lasts as the catalogue tells, positive
 * @param histories one for each customer who bought it; a random thousand is enough
 */
public record ProductHistories(
        String product, String category, OptionalDouble daysPerUnit, List<RepurchaseHistory> histories) {

    public ProductHistories {
        histories = List.copyOf(histories);
    }
}
