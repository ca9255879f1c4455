package org.postroad.compose;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.OfferCodes;
import org.postroad.catalog.OfferCodes.OfferCode;
import org.postroad.decide.Decisions;
import org.springframework.stereotype.Component;

/** Finds the offer of a decision and issues its personal code. An offer whose code has expired is left out. */
@Component
class LetterOffers {

    private final Decisions decisions;
    private final OfferCodes codes;
    private final Clock clock;

    LetterOffers(Decisions decisions, OfferCodes codes, Clock clock) {
        this.decisions = decisions;
        this.codes = codes;
        this.clock = clock;
    }

    Optional<LetterOffer> of(@Nullable UUID decisionId, String customerId) {
        return Optional.ofNullable(decisionId)
                .flatMap(id ->
                        decisions.offerOf(id).map(offer -> new LetterOffer(offer, codes.issue(offer, customerId, id))))
                .filter(offer -> offer.code().map(this::isValid).orElse(true));
    }

    private boolean isValid(OfferCode code) {
        return code.expiresAt() == null || code.expiresAt().isAfter(clock.instant());
    }
}
