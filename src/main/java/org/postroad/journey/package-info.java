/**
 * A deployed journey, a customer's enrolment in it, and the port {@link org.postroad.journey.JourneyEngine} behind which a
 * process engine runs it.
 *
 * <p>Uses {@code event}, {@code customer}, {@code decide}, {@code deliver} and {@code webhook}.
 */
@NullMarked
package org.postroad.journey;

import org.jspecify.annotations.NullMarked;
