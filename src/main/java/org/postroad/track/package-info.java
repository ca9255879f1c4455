/**
 * Signed links and pixel; opens, clicks, conversions and unsubscribes come back as events.
 *
 * <p>Uses {@code event} and {@code customer}.
 */
@NullMarked
package org.postroad.track;

import org.jspecify.annotations.NullMarked;
