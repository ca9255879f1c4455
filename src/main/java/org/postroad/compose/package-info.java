/**
 * Turns a decision and a customer profile into a letter: subject, HTML and text part, with tracked links and a final
 * validation. {@link org.postroad.compose.Composer} is where to start.
 *
 * <p>Uses {@code decide}, {@code recommend}, {@code customer}, {@code catalog} and {@code track}.
 */
@NullMarked
package org.postroad.compose;

import org.jspecify.annotations.NullMarked;
