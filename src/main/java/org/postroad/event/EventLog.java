package org.postroad.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The stored events, to read. */
public interface EventLog {

    /** Whether nothing has happened here yet. */
    boolean isEmpty();

    Optional<Event> find(String id);

    /**
     * A customer's events that occurred at that moment or later, in the order in which they occurred, newest last.
     *
     * @param types only these; none named means all
     */
    List<Event> ofCustomer(String customerId, Instant since, String... types);

    /**
     * Reads all that occurred before a moment, one customer after another: each call gets one customer's events in the
     * order in which they occurred. Streams; holds one customer in memory at a time.
     */
    void replay(Instant before, Consumer<List<Event>> reader);
}
