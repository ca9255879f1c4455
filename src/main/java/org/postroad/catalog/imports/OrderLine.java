package org.postroad.catalog.imports;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A line of an order, as read from the file.
 *
 * @param number of the line in the file, from 1
 * @param quantity negative for a return
 */
record OrderLine(
        long number,
        String customer,
        String order,
        String product,
        String name,
        BigDecimal quantity,
        BigDecimal price,
        Instant time) {

    BigDecimal amount() {
        return quantity.multiply(price);
    }
}
