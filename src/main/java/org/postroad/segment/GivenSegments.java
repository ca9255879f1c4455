package org.postroad.segment;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postroad.time.RehearsalMode.ClockReset;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The segments that a story gives to its customer, whatever was learned. Empty outside rehearsals. */
@Component
class GivenSegments {

    private final Map<String, Given> byCustomer = new ConcurrentHashMap<>();

    /**
     * What is given to a customer.
     *
     * @param in the segments that the customer is in; in no other that is learned
     * @param like those whose members the customer is like
     */
    record Given(Set<String> in, Set<String> like) {

        /** The label; empty if none is given. */
        Optional<String> label() {
            return in.stream().filter(SegmentNames::isLabel).findFirst();
        }
    }

    void put(String customerId, Given given) {
        byCustomer.put(customerId, given);
    }

    Optional<Given> of(String customerId) {
        return Optional.ofNullable(byCustomer.get(customerId));
    }

    @EventListener(ClockReset.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void forget() {
        byCustomer.clear();
    }
}
