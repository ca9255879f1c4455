package org.postroad.shop.behaviour;

import java.time.Instant;
import java.util.function.Consumer;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.GeneratedPopulation;
import org.postroad.shop.world.Population;

/** The year before the shop's opening, as its people lived it. */
public final class ShopHistory {

    private final Assortment assortment;
    private final long seed;
    private final int customers;
    private final Instant opened;

    public ShopHistory(Assortment assortment, long seed, int customers, Instant opened) {
        this.assortment = assortment;
        this.seed = seed;
        this.customers = customers;
        this.opened = opened;
    }

    /** Tells it in order of time; always the same for the same seed, number of customers and opening. */
    public void generate(Consumer<ShopEvent> ledger) {
        Population population = new GeneratedPopulation(seed, opened, customers, assortment);
        Instant begins = opened.minus(GeneratedPopulation.HISTORY);
        DiscreteEventSimulation discreteEventSimulation =
                new DiscreteEventSimulation(population, assortment, begins, ledger);
        PreviousEmailProvider provider = new PreviousEmailProvider(discreteEventSimulation, assortment);
        discreteEventSimulation.afterVisit(provider::afterVisit);
        provider.planNewsletters(population.people(), begins, opened);
        population.people().stream()
                .filter(simulatedPerson -> !simulatedPerson.joined().isAfter(opened))
                .forEach(discreteEventSimulation::signUp);
        discreteEventSimulation.runUntil(opened);
    }
}
