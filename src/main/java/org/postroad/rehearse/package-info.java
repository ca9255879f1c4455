/**
 * Rehearses journeys before anybody gets a mail: scenarios on a hand-moved clock, and the simulated shop's people over
 * months, each in an application of its own.
 *
 * <p>Uses {@code event}, {@code customer}, {@code catalog}, {@code journey}, {@code track} and {@code shop}.
 */
@NullMarked
package org.postroad.rehearse;

import org.jspecify.annotations.NullMarked;
