/** Handles events and manual requests that enrol customers in journeys or end their enrolments: re-entry, holdout, global exits, erasure. */
@NullMarked
package org.postroad.journey.entry;

import org.jspecify.annotations.NullMarked;
