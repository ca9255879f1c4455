package org.postroad.event;

import java.util.List;

/**
 * A station of the road that acts on events. Handlers run one after another, in {@link
 * org.springframework.core.annotation.Order} of the road (customer 10, track 20, journey 30), all in the one
 * transaction that also marks the events done.
 *
 * <p>If a handler throws, the transaction is rolled back and the batch is bisected, so a handler must change nothing
 * but the database. An event that fails alone is set aside with the exception's message, unless the failure is one that
 * time mends: a conflict or a lost connection, told by Spring's {@link
 * org.springframework.dao.TransientDataAccessException} (an {@code OptimisticLockingFailureException}, say) or an SQL
 * state in the chain of causes. Then the same events are tried again.
 */
public interface EventHandler {

    /** Acts on events that are stored, in order for each customer. Old events come here too: mind {@code occurredAt}. */
    void handle(List<Event> batch);
}
