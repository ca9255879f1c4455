package org.postroad.rehearse.simulation;

import java.time.Instant;
import org.postroad.rehearse.RehearsalState;
import org.postroad.rehearse.SimulationScene;
import org.postroad.shop.SimulatedHistory;
import org.postroad.shop.SimulatedPeople;
import org.postroad.shop.SimulationPorts;

/** A simulation with the simulated shop's people, and the year before as they lived it. */
record ShopScene(long seed, int customers) implements SimulationScene {

    @Override
    public String kind() {
        return "simulated people";
    }

    @Override
    public String description() {
        return "What these people like, open and buy is made up; whom the journey reaches, when and how often is not.";
    }

    @Override
    public void stock(RehearsalState rehearsalState) {
        rehearsalState.stockCatalog();
    }

    @Override
    public void sendPast(Instant starts, SimulationPorts ports) {
        SimulatedHistory.send(seed, customers, starts, ports);
    }

    @Override
    public SimulatedPeople people(Instant starts, SimulationPorts ports) {
        return SimulatedPeople.ofTheShop(seed, customers, starts, ports);
    }
}
