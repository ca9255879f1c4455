/** Simulation: the simulated shop's people live with journeys for months, in minutes. */
@NullMarked
package org.postroad.rehearse.simulation;

import org.jspecify.annotations.NullMarked;
