/**
 * Runs journeys on Camunda: the only package that uses its process API. Start at {@link
 * org.postroad.journey.camunda.CamundaJourneyEngine}.
 *
 * <p>Nothing outside of {@code journey} may use this package or those below it.
 */
@NullMarked
package org.postroad.journey.camunda;

import org.jspecify.annotations.NullMarked;
