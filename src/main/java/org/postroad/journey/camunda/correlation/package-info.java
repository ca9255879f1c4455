/** Correlates events with waiting process instances, also events that came before their wait. */
@NullMarked
package org.postroad.journey.camunda.correlation;

import org.jspecify.annotations.NullMarked;
