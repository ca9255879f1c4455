/**
 * Enrolment, correlation, exits, migration: plain Java over a narrow {@link org.postroad.journey.JourneyEngine}.
 *
 * <p>Uses {@code event}, {@code customer}, {@code decide}, {@code deliver} and {@code webhook}.
 */
@NullMarked
package org.postroad.journey;

import org.jspecify.annotations.NullMarked;
