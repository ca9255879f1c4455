/** Reads, validates and stores submitted events: {@code POST /api/events} and the implementation of {@code EventIntake}. */
@NullMarked
package org.postroad.event.intake;

import org.jspecify.annotations.NullMarked;
