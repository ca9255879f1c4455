package org.postroad.event.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroad.event.Event;

class DistinctCustomerBatchesTest {

    @Test
    void putsEachCustomerOnceInABatchAndKeepsOrder() {
        List<List<Event>> batches = DistinctCustomerBatches.of(
                List.of(event("ann", "looks"), event("ben", "looks"), event("ann", "buys"), event("cem", "looks")));

        assertThat(batches).hasSize(2);
        assertThat(batches.get(0))
                .extracting(Event::customerId, Event::type)
                .containsExactly(tuple("ann", "looks"), tuple("ben", "looks"), tuple("cem", "looks"));
        assertThat(batches.get(1)).extracting(Event::type).containsExactly("buys");
    }

    private static Event event(String customer, String type) {
        return new Event(customer + type, customer, type, Instant.EPOCH, Map.of());
    }
}
