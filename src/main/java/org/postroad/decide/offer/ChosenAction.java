package org.postroad.decide.offer;

import org.postroad.decide.Evidence;

/**
 * The chosen candidate.
 *
 * @param propensity the probability with which it was chosen, in (0, 1]
 * @param chosenBy as in {@link Evidence}
 */
record ChosenAction(OfferCandidate candidate, double propensity, String chosenBy, String reason) {}
