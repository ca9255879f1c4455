/** Migrates running instances from one version of a journey to another, with their timers and waits. */
@NullMarked
package org.postroad.journey.camunda.migration;

import org.jspecify.annotations.NullMarked;
