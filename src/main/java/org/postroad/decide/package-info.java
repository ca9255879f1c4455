/**
 * Decisions and their contracts: what is asked, what was decided and why, and the business rules as interfaces. Start at
 * {@link org.postroad.decide.NextBestAction}.
 *
 * <p>Uses {@code feature}, {@code recommend}, {@code customer} and {@code catalog}.
 */
@NullMarked
package org.postroad.decide;

import org.jspecify.annotations.NullMarked;
