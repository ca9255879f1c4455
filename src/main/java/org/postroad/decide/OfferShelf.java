package org.postroad.decide;

/** The offers that there are. */
public interface OfferShelf {

    boolean has(String offerId);
}
