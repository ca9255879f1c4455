/**
 * Turns profile and context into a named, ordered feature vector; the same code serves and trains.
 *
 * <p>Uses {@code customer} and {@code catalog}; and {@code event}, since training replays a customer's events to see the
 * profile as it was.
 */
@NullMarked
package org.postroad.feature;

import org.jspecify.annotations.NullMarked;
