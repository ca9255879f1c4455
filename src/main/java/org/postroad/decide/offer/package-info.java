/** Decides the next best offer: generates candidates, filters by eligibility, scores, chooses (epsilon-greedy) and records the decision. */
@NullMarked
package org.postroad.decide.offer;

import org.jspecify.annotations.NullMarked;
