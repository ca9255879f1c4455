package org.postroad.compose;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Offer;
import org.postroad.catalog.OfferCodes;
import org.postroad.catalog.OfferCodes.OfferCode;
import org.postroad.decide.Decision;
import org.postroad.decide.Decisions;
import org.springframework.stereotype.Component;

/** Turns a decision into what the letter gives: the offer with its personal code, as long as the code is good. */
@Component
class GivenOffers {

    private final Decisions decisions;
    private final OfferCodes codes;
    private final Clock clock;

    GivenOffers(Decisions decisions, OfferCodes codes, Clock clock) {
        this.decisions = decisions;
        this.codes = codes;
        this.clock = clock;
    }

    Optional<GivenOffer> of(@Nullable UUID decisionId) {
        return Optional.ofNullable(decisionId)
                .flatMap(decisions::find)
                .flatMap(this::given)
                .filter(offer -> offer.code().map(this::good).orElse(true));
    }

    private Optional<GivenOffer> given(Decision decision) {
        return decision.offer().map(offer -> new GivenOffer(offer, code(offer, decision)));
    }

    private Optional<OfferCode> code(Offer offer, Decision decision) {
        return codes.issue(offer, decision.customerId(), decision.id());
    }

    private boolean good(OfferCode code) {
        return code.expiresAt() == null || code.expiresAt().isAfter(clock.instant());
    }
}
