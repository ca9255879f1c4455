package org.postroad.event;

import java.util.List;
import org.springframework.core.annotation.Order;

/**
 * Acts on stored events. All handlers run one after another, in their {@link Order}, in the one transaction that also
 * removes the events from the inbox.
 *
 * <p>If a handler throws, the transaction is rolled back and the batch is bisected, so a handler must change nothing
 * but the database. An event that fails alone becomes a dead letter with the exception's message, unless the failure will
 * pass: a conflict or a lost connection, known by Spring's {@link
 * org.springframework.dao.TransientDataAccessException} (an {@code OptimisticLockingFailureException}, say) or an SQL
 * state in the chain of causes. Then the same events are tried again.
 */
public interface EventHandler {

    /** First profiles and consents, which the others read. */
    int CUSTOMER = 10;

    int TRACK = 20;
    int JOURNEY = 30;
    int AUDIENCE = 31;
    int CONTENT_APPROVAL = 40;

    /**
     * Acts on events that are stored.
     *
     * @param batch at most one event of each customer, whose earlier events all handlers have handled and whose later ones
     *     none has; old events, too: mind {@code occurredAt}
     */
    void handle(List<Event> batch);
}
