package org.postroad.decide.offer;

import org.postroad.decide.Evidence;

/**
 * What was chosen, and how.
 *
 * @param propensity the probability with which it was, in (0, 1]
 * @param chosenBy as in {@link Evidence}
 */
record ChosenAction(OfferCandidate option, double propensity, String chosenBy, String reason) {}
