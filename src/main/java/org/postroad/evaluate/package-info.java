/**
 * Reruns every figure that Postroad's models promise, on real data and on the simulated shop, beside the simplest rule that
 * could replace the model. Start at {@link org.postroad.evaluate.Evaluation}; the protocols are in the packages below, and are
 * run by the command {@code evaluate}.
 *
 * <p>Uses the packages whose models it evaluates. Nothing uses it.
 */
@NullMarked
package org.postroad.evaluate;

import org.jspecify.annotations.NullMarked;
