package org.postroad.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed of products and is yet to be told: {@code back_in_stock} and {@code price_dropped}. */
public interface ProductChanges {

    /**
     * @param type of the event that tells of it
     * @param toldUpTo the last customer who was considered, in the order of their ids; empty if nobody was
     */
    record PendingChange(
            long id, String productId, String type, Map<String, Object> properties, Instant at, String toldUpTo) {}

    /** When the oldest came; empty if all is told. */
    Optional<Instant> oldestAt();

    /**
     * The oldest, and others of which the same customers have been told, so that the rest can be told of all at once.
     * They are locked until the transaction ends; what another node tells just now is left out.
     */
    List<PendingChange> lockOldest(int atMost);

    /** All customers up to this one have been considered. */
    void markToldUpTo(String customerId, Collection<PendingChange> items);

    /** All customers have been considered. */
    void markTold(Collection<PendingChange> items);
}
