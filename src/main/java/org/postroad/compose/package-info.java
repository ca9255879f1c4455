/**
 * Decision and profile become subject, HTML and text.
 *
 * <p>Uses {@code decide}, {@code recommend}, {@code customer}, {@code catalog} and {@code track}.
 */
@NullMarked
package org.postroad.compose;

import org.jspecify.annotations.NullMarked;
