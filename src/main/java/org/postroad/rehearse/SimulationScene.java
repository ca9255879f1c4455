package org.postroad.rehearse;

import java.time.Instant;
import org.postroad.shop.SimulatedPeople;
import org.postroad.shop.SimulationPorts;

/** Who lives in a simulation, with what past, and what they can buy. The same scene can be played several times. */
public interface SimulationScene {

    /** How many people there are at the start. */
    int customers();

    /** What they are, such as "simulated people". */
    String kind();

    /** What of these people is real and what is made up, in sentences for the report. */
    String description();

    /** Puts what they can buy and read into the catalog. */
    void stock(RehearsalState rehearsalState);

    /** Hands in what happened before, as events that nothing has processed yet. */
    void sendPast(Instant starts, SimulationPorts ports);

    /** The people, who have lived until then. */
    SimulatedPeople people(Instant starts, SimulationPorts ports);
}
