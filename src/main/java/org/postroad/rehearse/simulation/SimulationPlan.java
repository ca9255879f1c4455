package org.postroad.rehearse.simulation;

import java.time.Instant;

/**
 * What is simulated.
 *
 * @param journey whom it is about; all others are deployed too
 * @param seed all chance comes from it
 * @param starts when; the same for the same figures
 */
record SimulationPlan(String journey, int customers, int days, long seed, Instant starts) {

    Instant ends() {
        return starts.plusSeconds(days * 86_400L);
    }
}
