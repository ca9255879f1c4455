package org.postroad.catalog.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.Receipt;

/** Keeps events in memory by id, and rejects those without a customer. */
final class InMemoryEventIntake implements EventIntake {

    final Map<String, JsonNode> events = new LinkedHashMap<>();
    private int batchesLeft = Integer.MAX_VALUE;

    /** Fails after so many batches. */
    InMemoryEventIntake failingAfter(int batches) {
        batchesLeft = batches;
        return this;
    }

    InMemoryEventIntake repaired() {
        batchesLeft = Integer.MAX_VALUE;
        return this;
    }

    JsonNode event(String id) {
        return events.getOrDefault(id, MissingNode.getInstance());
    }

    @Override
    public Receipt accept(List<JsonNode> batch, int mostPropertyBytes) {
        if (batchesLeft-- == 0) {
            throw new IllegalStateException("the power went out");
        }
        int before = events.size();
        List<Receipt.Remark> rejected = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            JsonNode event = batch.get(i);
            if (event.hasNonNull("customerId")) {
                events.putIfAbsent(event.get("id").asText(), event);
            } else {
                rejected.add(new Receipt.Remark(i, "no customerId"));
            }
        }
        int accepted = events.size() - before;
        return new Receipt(accepted, batch.size() - accepted - rejected.size(), rejected, List.of());
    }

    @Override
    public Receipt accept(String sender, List<JsonNode> batch) {
        return accept(batch, 1 << 14);
    }

    @Override
    public void record(List<Event> events) {
        throw new UnsupportedOperationException();
    }
}
