/**
 * The next best action, with its reasons: eligible (DMN), scored (XGBoost), gated, chosen, recorded. Also the best time to send.
 *
 * <p>Uses {@code feature}, {@code recommend}, {@code customer} and {@code catalog}.
 */
@NullMarked
package org.postroad.decide;

import org.jspecify.annotations.NullMarked;
