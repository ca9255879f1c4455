package org.postroad.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.postroad.event.Event;
import org.postroad.event.EventBacklog;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.event.Receipt;

/** Stands for the event package: writes down each event once and has nothing to work off. */
public final class InMemoryEvents implements EventIntake, EventLog, EventBacklog {

    private final Map<String, JsonNode> written = new LinkedHashMap<>();
    private int pagesLeft = Integer.MAX_VALUE;

    /** After so many batches the process is killed. */
    public void failAfter(int batches) {
        pagesLeft = batches;
    }

    public void recover() {
        pagesLeft = Integer.MAX_VALUE;
    }

    public List<JsonNode> all() {
        return List.copyOf(written.values());
    }

    public List<JsonNode> of(String type) {
        return written.values().stream()
                .filter(event -> event.get("type").asText().equals(type))
                .toList();
    }

    public int count(String type) {
        return of(type).size();
    }

    public List<JsonNode> takeOut(Predicate<JsonNode> which) {
        List<JsonNode> torn = written.values().stream().filter(which).toList();
        written.clear();
        return torn;
    }

    @Override
    public Receipt accept(String sender, List<JsonNode> events) {
        if (pagesLeft-- == 0) {
            throw new IllegalStateException("killed");
        }
        int before = written.size();
        events.forEach(event -> written.putIfAbsent(event.get("id").asText(), event));
        int accepted = written.size() - before;
        return new Receipt(accepted, events.size() - accepted, List.of(), List.of());
    }

    @Override
    public Receipt accept(List<JsonNode> events, int mostPropertyBytes) {
        return accept(events);
    }

    @Override
    public boolean isEmpty() {
        return written.isEmpty();
    }

    @Override
    public int drain() {
        return 0;
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public void record(List<Event> events) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Event> find(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Event> ofCustomer(String customerId, Instant since, String... types) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, List<Event>> ofCustomers(Collection<String> customerIds, Instant since, String... types) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void replay(Instant before, Consumer<List<Event>> reader) {
        throw new UnsupportedOperationException();
    }
}
