/**
 * Profile and context become a named, ordered vector; the same code serves and trains.
 *
 * <p>Uses {@code customer} and {@code catalog}; and {@code event}, since training folds a customer's events again to
 * see the profile as it was.
 */
@NullMarked
package org.postroad.feature;

import org.jspecify.annotations.NullMarked;
