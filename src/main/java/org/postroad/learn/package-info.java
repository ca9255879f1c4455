/**
 * Join decisions with outcomes, train, evaluate, publish a model.
 *
 * <p>Uses {@code event}, {@code feature} and {@code decide}.
 */
@NullMarked
package org.postroad.learn;

import org.jspecify.annotations.NullMarked;
