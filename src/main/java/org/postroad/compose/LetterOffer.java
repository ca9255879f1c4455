package org.postroad.compose;

import java.util.Optional;
import org.postroad.catalog.Offer;
import org.postroad.catalog.OfferCodes.OfferCode;

/**
 * What a letter gives.
 *
 * @param code the customer's own; empty if the offer needs none
 */
record LetterOffer(Offer offer, Optional<OfferCode> code) {}
