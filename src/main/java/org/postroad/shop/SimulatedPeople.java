package org.postroad.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.postroad.event.EventIntake;
import org.postroad.local.MailArrived;
import org.postroad.shop.behaviour.Browser;
import org.postroad.shop.behaviour.ShopEventBatcher;
import org.postroad.shop.behaviour.ShopHistory;
import org.postroad.shop.behaviour.ShopSimulation;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.AssortmentReader;
import org.postroad.shop.world.Population;

/**
 * The simulated shop's people for a rehearsal: the same who live in the shop of local mode with that seed, but somebody
 * else moves their time, and brings their mail. Not safe for threads.
 */
public final class SimulatedPeople {

    /** What was looked at and read longer ago has faded; orders have not. */
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private static final Set<String> REMEMBERED_FOR_LONG =
            Set.of("signed_up", "subscribed", "unsubscribed", "purchased");

    private final Assortment assortment;
    private final long seed;
    private final int customers;
    private final Instant opened;
    private final ShopEventBatcher shopEventBatcher;
    private final ShopSimulation shopSimulation;

    /**
     * @param customers how many have signed up when the rehearsal begins, at that moment
     * @param ownUrl how the tracked links begin, without a slash at the end
     * @param visits is told each tracked address that somebody uses
     */
    public SimulatedPeople(
            long seed,
            int customers,
            Instant opened,
            EventIntake intake,
            ObjectMapper json,
            String ownUrl,
            Consumer<String> visits) {
        this.assortment = new AssortmentReader(SimulatedCatalog.IMAGES).assortment();
        this.seed = seed;
        this.customers = customers;
        this.opened = opened;
        this.shopEventBatcher = new ShopEventBatcher(intake, json);
        Population population = new Population(seed, opened, customers, assortment);
        this.shopSimulation = new ShopSimulation(
                population, assortment, shopEventBatcher, new CallbackBrowser(ownUrl, visits), opened);
    }

    /** Tells the year before, without what nobody remembers. */
    public void sendHistory() {
        Instant remembered = opened.minus(REMEMBERED);
        new ShopHistory(assortment, seed, customers, opened).generate(event -> {
            if (event.at().isAfter(remembered) || REMEMBERED_FOR_LONG.contains(event.type())) {
                shopEventBatcher.accept(event);
            }
        });
        shopEventBatcher.flush();
    }

    /** Lets happen, and tells, all that is due until then. */
    public void advanceTo(Instant moment) {
        shopSimulation.advanceTo(moment);
    }

    /** Whoever gets the mail makes up her mind about it, and does so when she next looks. */
    public void receive(MailArrived mail) {
        shopSimulation.receive(mail);
    }

    /** Uses links without a network between. */
    private record CallbackBrowser(String ownUrl, Consumer<String> visits) implements Browser {

        @Override
        public void get(String address) {
            visits.accept(address);
        }

        @Override
        public void postOneClick(String address) {
            visits.accept(address);
        }
    }
}
