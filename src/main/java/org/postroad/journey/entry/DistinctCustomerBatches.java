package org.postroad.journey.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postroad.event.Event;

/**
 * Divides a batch so that each customer acts once in a turn: many customers move together, and yet what one of them does
 * next meets what the last thing has led to. Who puts something into a cart and buys it in the same batch has entered and
 * left again.
 */
final class DistinctCustomerBatches {

    private DistinctCustomerBatches() {}

    static List<List<Event>> of(List<Event> batch) {
        List<List<Event>> turns = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>();
        for (Event event : batch) {
            int turn = taken.merge(event.customerId(), 1, Integer::sum) - 1;
            if (turn == turns.size()) {
                turns.add(new ArrayList<>());
            }
            turns.get(turn).add(event);
        }
        return turns;
    }
}
