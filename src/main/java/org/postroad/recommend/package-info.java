/**
 * Recommends products and articles for a customer. Start at {@link org.postroad.recommend.Recommender}.
 *
 * <p>Uses {@code customer} and {@code catalog}.
 */
@NullMarked
package org.postroad.recommend;

import org.jspecify.annotations.NullMarked;
