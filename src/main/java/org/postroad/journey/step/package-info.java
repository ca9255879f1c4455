/** What the steps of a journey do, and the log of steps, variants and ends of enrolments. */
@NullMarked
package org.postroad.journey.step;

import org.jspecify.annotations.NullMarked;
