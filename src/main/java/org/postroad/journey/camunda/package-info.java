/**
 * The only home of Camunda's process API: delegates, listeners, engine configuration.
 *
 * <p>The inside of {@code journey}; nothing outside it may look in here.
 */
@NullMarked
package org.postroad.journey.camunda;

import org.jspecify.annotations.NullMarked;
