package org.postroad.rehearse.simulation;

import java.time.Instant;

/**
 * What is simulated. Public for the report's template.
 *
 * @param journey the journey that the report is about; all others of the folder are deployed too
 * @param customers how many people there are at the start
 * @param seed of the random numbers; the same plan gives the same figures
 */
public record SimulationPlan(String journey, int customers, int days, long seed, Instant starts) {

    Instant ends() {
        return starts.plusSeconds(days * 86_400L);
    }
}
