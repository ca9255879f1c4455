package org.postroad.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.postroad.shop.behaviour.ShopEventBatcher;
import org.postroad.shop.behaviour.ShopHistory;
import org.postroad.shop.world.AssortmentReader;

/** The year before a simulation as the simulated shop's people lived it. */
public final class SimulatedHistory {

    /** What was looked at and read longer ago has faded; orders have not. */
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private static final Set<String> REMEMBERED_FOR_LONG =
            Set.of("signed_up", "subscribed", "unsubscribed", "purchased");

    private SimulatedHistory() {}

    /** Tells the year before, without what nobody remembers. */
    public static void send(long seed, int customers, Instant opened, SimulationPorts ports) {
        Instant remembered = opened.minus(REMEMBERED);
        ShopEventBatcher batcher = ports.newBatcher();
        new ShopHistory(new AssortmentReader(SimulatedCatalog.IMAGES).assortment(), seed, customers, opened)
                .generate(event -> {
                    if (event.at().isAfter(remembered) || REMEMBERED_FOR_LONG.contains(event.type())) {
                        batcher.accept(event);
                    }
                });
        batcher.flush();
    }
}
