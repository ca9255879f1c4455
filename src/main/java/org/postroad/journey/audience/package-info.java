/** Enrols many customers at once: audiences over REST, and journeys whose audience expression a customer begins or ceases to match. */
@NullMarked
@NamedInterface("audience")
package org.postroad.journey.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
