/**
 * Simulation: months of journeys with simulated people, in minutes. Start at {@link
 * org.postroad.rehearse.simulation.SimulateCommand}.
 */
@NullMarked
package org.postroad.rehearse.simulation;

import org.jspecify.annotations.NullMarked;
