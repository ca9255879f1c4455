package org.postroad.compose;

import java.util.Optional;
import org.postroad.catalog.Offer;
import org.postroad.catalog.OfferCodes.OfferCode;

/**
 * The offer that a letter carries.
 *
 * @param code the customer's personal code; empty if the offer needs none
 */
record LetterOffer(Offer offer, Optional<OfferCode> code) {}
