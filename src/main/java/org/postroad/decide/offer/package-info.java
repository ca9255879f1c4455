/**
 * Decides the next best offer: generates candidates with their eligibility, scores them, chooses (epsilon-greedy) and
 * records the decision. Internal to {@code decide}; callers use {@link org.postroad.decide.NextBestAction}.
 */
@NullMarked
package org.postroad.decide.offer;

import org.jspecify.annotations.NullMarked;
