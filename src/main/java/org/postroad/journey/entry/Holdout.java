package org.postroad.journey.entry;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.Customer;
import org.postroad.customer.Customers;
import org.postroad.customer.HashBucket;
import org.postroad.journey.JourneySettings;
import org.springframework.stereotype.Component;

/**
 * Who gets nothing, so that lift can be measured. Sticky: the same customer has the same lot in the same journey for
 * ever, whatever else happens; raising a share only adds customers. A customer whose attribute {@code holdout} is true
 * or false is pinned: staff and test addresses must not be left to chance, and must not be counted on for lift.
 */
@Component
public final class Holdout {

    private final Customers customers;
    private final double globalShare;

    Holdout(Customers customers, JourneySettings settings) {
        this.customers = customers;
        this.globalShare = settings.globalHoldout();
    }

    /** Those of the customers whom this journey gives nothing; one query. */
    public Set<String> among(Collection<String> customerIds, String journey, double share) {
        Map<String, Customer> known = customers.findAll(customerIds);
        return customerIds.stream()
                .filter(id -> pinned(known.get(id)) instanceof Boolean pin ? pin : drawn(id, journey, share))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Object pinned(@Nullable Customer customer) {
        return customer == null ? null : customer.attributes().get("holdout");
    }

    private boolean drawn(String customerId, String journey, double share) {
        return HashBucket.of(customerId, "") < globalShare || HashBucket.of(customerId, journey) < share;
    }
}
