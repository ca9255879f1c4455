/** The engine's jobs and clock: runs due jobs while time is moved by hand, tries again what failed by a passing fault, and measures how late jobs are. */
@NullMarked
package org.postroad.journey.camunda.job;

import org.jspecify.annotations.NullMarked;
