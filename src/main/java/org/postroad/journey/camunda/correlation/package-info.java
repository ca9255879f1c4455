/** Correlates events with waiting process instances: finds event subscriptions, checks their conditions, and catches up on events that were missed on the way to a wait. */
@NullMarked
package org.postroad.journey.camunda.correlation;

import org.jspecify.annotations.NullMarked;
