package org.postroad.rehearse.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Customers of the installation with their pasts, anonymised, held in memory.
 *
 * @param starts when the past ends and a simulation may begin
 * @param available how many customers the installation has that could be chosen
 */
public record Sample(
        SampledCatalog catalog,
        List<SampledCustomer> customers,
        Instant starts,
        long available,
        Replacements replaced) {

    /** How far the past reaches back. Orders are kept from the very first. */
    static final Duration WINDOW = Duration.ofDays(400);

    public int size() {
        return customers.size();
    }

    long events() {
        return customers.stream().mapToLong(customer -> customer.past().size()).sum();
    }
}
