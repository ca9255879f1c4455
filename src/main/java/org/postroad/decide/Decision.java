package org.postroad.decide;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.postroad.catalog.Offer;

/**
 * A recorded decision.
 *
 * @param offer the chosen offer; empty for "nothing"
 * @param holdout whether the customer is held out and therefore gets nothing
 * @param propensity the probability with which this action was chosen, in (0, 1]
 * @param evidence why: candidates, rules, features, scores; what {@code GET /api/decisions/{id}} shows
 */
public record Decision(
        UUID id,
        String customerId,
        String slot,
        Instant decidedAt,
        Optional<Offer> offer,
        boolean holdout,
        double propensity,
        Evidence evidence) {

    /** The action of giving no offer, beside the ids of offers. */
    public static final String NOTHING = "nothing";

    /** The chosen action: the offer's id, or {@link #NOTHING}. */
    public String action() {
        return offer.map(Offer::id).orElse(NOTHING);
    }
}
