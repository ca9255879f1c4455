package org.postroad.customer.profile;

import java.time.Instant;
import java.util.Optional;
import org.postroad.event.Event;

/** How long what was bought will last. */
public interface ReplenishmentForecast {

    /**
     * When the first of the consumables in a purchase will be used up: the days that the catalog gives for a piece, times
     * the pieces, drawn towards the customer's own interval between purchases of that product; empty if nothing in it is
     * consumable.
     *
     * @param purchase a {@code purchased} event
     */
    Optional<Instant> runOutAt(Event purchase);
}
