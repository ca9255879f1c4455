/**
 * Join decisions with outcomes, train, evaluate, publish a model.
 *
 * <p>Uses {@code event}, {@code feature} and {@code decide}; and {@code customer} and {@code catalog}, since a past
 * situation is folded anew and its outcome is counted in margins.
 */
@NullMarked
package org.postroad.learn;

import org.jspecify.annotations.NullMarked;
