package org.postroad.catalog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Personal codes: one for each decision that gives an offer. */
public interface OfferCodes {

    /**
     * The code for a decision, made on first call and the same ever after.
     *
     * @return empty if the offer needs no code
     */
    Optional<OfferCode> issue(Offer offer, String customerId, UUID decisionId);

    Optional<OfferCode> find(String code);

    /** Forgets to whom codes were given; that they were is kept. */
    void anonymise(String customerId, String pseudonym);

    /** A code as given to a customer. */
    record OfferCode(
            String code,
            String offerId,
            String customerId,
            UUID decisionId,
            @Nullable Instant expiresAt) {}
}
