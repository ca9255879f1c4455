package org.postroad.journey.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroad.event.Event;

class DistinctCustomerBatchesTest {

    @Test
    void letEachCustomerActOnceAndInOrder() {
        List<List<Event>> turns = DistinctCustomerBatches.of(
                List.of(event("ann", "looks"), event("ben", "looks"), event("ann", "buys"), event("cem", "looks")));

        assertThat(turns).hasSize(2);
        assertThat(turns.get(0))
                .extracting(Event::customerId, Event::type)
                .containsExactly(tuple("ann", "looks"), tuple("ben", "looks"), tuple("cem", "looks"));
        assertThat(turns.get(1)).extracting(Event::type).containsExactly("buys");
    }

    private static Event event(String customer, String type) {
        return new Event(customer + type, customer, type, Instant.EPOCH, Map.of());
    }
}
