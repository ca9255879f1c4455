/** Reads and validates submitted events and stores the new ones: POST /api/events and the implementation of EventIntake. */
@NullMarked
package org.postroad.event.intake;

import org.jspecify.annotations.NullMarked;
