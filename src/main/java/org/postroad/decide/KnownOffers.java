package org.postroad.decide;

/** The offers that there are. */
public interface KnownOffers {

    boolean has(String offerId);
}
