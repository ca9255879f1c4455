/**
 * Customers: their details, and the REST endpoint, the intake and the event handler that keep them.
 *
 * <p>Uses {@code event} and {@code catalog}. Its profiles, consents and erasure are in packages of their own.
 */
@NullMarked
package org.postroad.customer;

import org.jspecify.annotations.NullMarked;
