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
 * Assigns customers to the holdout, which gets no mail so that lift can be measured. Deterministic: a customer has the
 * same hash in the same journey for ever, so raising a share only adds customers. The customer attribute {@code holdout}
 * (true or false) overrides the hash, for example for staff and test addresses.
 */
@Component
public final class Holdout {

    private final Customers customers;
    private final double globalShare;

    Holdout(Customers customers, JourneySettings settings) {
        this.customers = customers;
        this.globalShare = settings.globalHoldout();
    }

    /**
     * The customers who are held out of a journey; one query.
     *
     * @param share of the journey's customers, in [0, 1), beside the global holdout
     */
    public Set<String> among(Collection<String> customerIds, String journey, double share) {
        Map<String, Customer> known = customers.findAll(customerIds);
        return customerIds.stream()
                .filter(id ->
                        override(known.get(id)) instanceof Boolean override ? override : isDrawn(id, journey, share))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Object override(@Nullable Customer customer) {
        return customer == null ? null : customer.attributes().get("holdout");
    }

    private boolean isDrawn(String customerId, String journey, double share) {
        return HashBucket.of(customerId, "") < globalShare || HashBucket.of(customerId, journey) < share;
    }
}
