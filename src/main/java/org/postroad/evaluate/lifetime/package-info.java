/** Measures the models of lifetime value on CDNOW's and on an online grocer's purchases. */
@NullMarked
package org.postroad.evaluate.lifetime;

import org.jspecify.annotations.NullMarked;
