package org.postroad.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the stored events. */
public interface EventLog {

    /** Whether no event was ever stored. */
    boolean isEmpty();

    Optional<Event> find(String id);

    /**
     * A customer's events that occurred at that moment or later, in the order in which they occurred. While an event is
     * handled, without those whose turn comes later: neither the profile nor a journey knows of them yet.
     *
     * @param types only these; all if none is given
     */
    List<Event> ofCustomer(String customerId, Instant since, String... types);

    /** As {@link #ofCustomer} for many customers, with one query; by customer id. */
    Map<String, List<Event>> ofCustomers(Collection<String> customerIds, Instant since, String... types);

    /**
     * Reads all events that occurred before a moment. Streams: holds one customer's events in memory at a time.
     *
     * @param reader called once per customer, with that customer's events in the order in which they occurred
     */
    void replay(Instant before, Consumer<List<Event>> reader);
}
