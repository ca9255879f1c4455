/**
 * Calls of other systems that journeys order: kept in the order's transaction, made afterwards, signed and repeated until
 * they are answered.
 *
 * <p>Uses {@code event} and {@code customer}.
 */
@NullMarked
package org.postroad.webhook;

import org.jspecify.annotations.NullMarked;
