/** Migrates process instances between versions of a journey: wait states, plans, moves and timers. */
@NullMarked
package org.postroad.journey.camunda.migration;

import org.jspecify.annotations.NullMarked;
