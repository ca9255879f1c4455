/**
 * A simulated shop with known tastes: the demo, the load generator and the ground truth for evaluation.
 *
 * <p>Uses {@code event} and {@code catalog} through the public API only, and reads its customers' mail from {@code local}.
 */
@NullMarked
package org.postroad.shop;

import org.jspecify.annotations.NullMarked;
