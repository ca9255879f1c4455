package org.postroad.event.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postroad.event.Event;

/**
 * Splits a batch of events so that each part has at most one event of a customer, in order. Many customers are handled
 * together, and yet each event is judged by the state just after it: a cart and its purchase in one batch enrol the
 * customer and reach the goal, and the fifth order is the fifth although the sixth is in the same batch.
 */
final class DistinctCustomerBatches {

    private DistinctCustomerBatches() {}

    static List<List<Event>> of(List<Event> batch) {
        List<List<Event>> parts = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Event event : batch) {
            int part = counts.merge(event.customerId(), 1, Integer::sum) - 1;
            if (part == parts.size()) {
                parts.add(new ArrayList<>());
            }
            parts.get(part).add(event);
        }
        return parts;
    }
}
