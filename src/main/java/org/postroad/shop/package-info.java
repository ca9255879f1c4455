/**
 * A simulated shop with known tastes: the demo, the load generator and the ground truth for evaluation.
 *
 * <p>Uses {@code event} and {@code catalog} through the public API only, and reads its customers' mail from {@code local}.
 *
 * <p>{@code ShopTruth} knows what is really so in the simulated world. It is for evaluations: nothing of the road may use
 * it.
 */
@NullMarked
package org.postroad.shop;

import org.jspecify.annotations.NullMarked;
