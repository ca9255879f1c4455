/**
 * When a customer needs a product again: intervals between purchases of one product by one customer, shrunk to the product, its
 * category and all. Start at {@link org.postroad.predict.replenishment.ReplenishmentTraining}.
 */
@NullMarked
@NamedInterface("replenishment")
package org.postroad.predict.replenishment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
