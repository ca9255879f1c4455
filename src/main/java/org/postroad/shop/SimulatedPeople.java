package org.postroad.shop;

import java.time.Instant;
import java.util.List;
import org.postroad.catalog.Article;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;
import org.postroad.local.MailArrived;
import org.postroad.shop.behaviour.ShopSimulation;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.AssortmentReader;
import org.postroad.shop.world.CategoryDemand;
import org.postroad.shop.world.GeneratedPopulation;
import org.postroad.shop.world.Population;

/** The people of a rehearsal: somebody else moves their time, and brings their mail. Not safe for threads. */
public final class SimulatedPeople {

    private final ShopSimulation shopSimulation;

    private SimulatedPeople(Population population, Assortment assortment, Instant begins, SimulationPorts ports) {
        this.shopSimulation = new ShopSimulation(population, assortment, ports.newBatcher(), ports.browser(), begins);
    }

    /**
     * The same people who live in the shop of local mode with that seed.
     *
     * @param customers how many have signed up when the rehearsal begins, at that moment
     */
    public static SimulatedPeople ofTheShop(long seed, int customers, Instant opened, SimulationPorts ports) {
        Assortment assortment = new AssortmentReader(SimulatedCatalog.IMAGES).assortment();
        return new SimulatedPeople(
                new GeneratedPopulation(seed, opened, customers, assortment), assortment, opened, ports);
    }

    /**
     * People with given habits, in a shop without seasons.
     *
     * @param products each with a category and a price; at least one of each category that somebody has a taste for
     * @param begins the moment from which they live
     */
    public static SimulatedPeople withTraits(
            List<PersonTraits> people,
            List<Product> products,
            List<Article> articles,
            List<Offer> offers,
            Instant begins,
            SimulationPorts ports) {
        return new SimulatedPeople(
                Population.of(people.stream().map(PersonTraits::person).toList()),
                new Assortment(products, articles, offers, CategoryDemand::steady),
                begins,
                ports);
    }

    /** Lets happen, and tells, all that is due until then. */
    public void advanceTo(Instant moment) {
        shopSimulation.advanceTo(moment);
    }

    /** Whoever gets the mail makes up her mind about it, and does so when she next looks. */
    public void receive(MailArrived mail) {
        shopSimulation.receive(mail);
    }
}
