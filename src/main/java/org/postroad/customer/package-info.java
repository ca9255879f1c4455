/**
 * What we know and may do: profile, decayed counters, segments, consent, suppression.
 *
 * <p>Uses {@code event} and {@code catalog}.
 */
@NullMarked
package org.postroad.customer;

import org.jspecify.annotations.NullMarked;
