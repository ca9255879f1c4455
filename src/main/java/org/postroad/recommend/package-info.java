/**
 * Which products and articles suit this customer now.
 *
 * <p>Uses {@code customer} and {@code catalog}.
 */
@NullMarked
package org.postroad.recommend;

import org.jspecify.annotations.NullMarked;
