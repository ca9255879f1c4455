/** Pauses, resumes and stops journeys, and keeps the state of each. */
@NullMarked
@NamedInterface("lifecycle")
package org.postroad.journey.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
