/** Measures the model of replenishment on an online grocer's orders. */
@NullMarked
package org.postroad.evaluate.replenishment;

import org.jspecify.annotations.NullMarked;
