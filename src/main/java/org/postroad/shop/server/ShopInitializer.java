package org.postroad.shop.server;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.postroad.shop.behaviour.Browser;
import org.postroad.shop.behaviour.ShopEventBatcher;
import org.postroad.shop.behaviour.ShopHistory;
import org.postroad.shop.behaviour.ShopSimulation;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.AssortmentReader;
import org.postroad.shop.world.GeneratedPopulation;
import org.postroad.shop.world.Population;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the shop: puts its goods into the catalog, tells the history if the place has none yet, and lets life begin.
 * A history that was cut short is told again from the start: all of its events keep their ids.
 */
final class ShopInitializer {

    private static final int TELL_EVERY = 50_000;
    private static final Logger log = LoggerFactory.getLogger(ShopInitializer.class);

    private final ShopSettings settings;
    private final Path home;
    private final PostroadServices postroadServices;
    private final Clock clock;
    private final Browser browser;
    private final ShopSimulationWork shop;

    ShopInitializer(
            ShopSettings settings,
            Path home,
            PostroadServices postroadServices,
            Clock clock,
            Browser browser,
            ShopSimulationWork shop) {
        this.settings = settings;
        this.home = home;
        this.postroadServices = postroadServices;
        this.clock = clock;
        this.browser = browser;
        this.shop = shop;
    }

    void open() {
        Optional<ShopState> place = ShopState.load(home).or(this::newPlace);
        if (place.isPresent()) {
            open(place.get());
        } else {
            log.info("The simulated shop stays closed: this place has a past of its own.");
        }
    }

    private Optional<ShopState> newPlace() {
        if (!postroadServices.past().isEmpty()) {
            return Optional.empty();
        }
        ShopState shopState = new ShopState(
                clock.instant().truncatedTo(ChronoUnit.SECONDS), settings.seed(), settings.customers(), false);
        shopState.save(home);
        return Optional.of(shopState);
    }

    private void open(ShopState shopState) {
        Assortment assortment = new AssortmentReader(browser.ownUrl() + "/assets/shop").assortment();
        assortment.putInto(postroadServices.catalog());
        boolean untold = !shopState.historyTold() || postroadServices.past().isEmpty();
        if (untold) {
            sendHistory(shopState, assortment);
            shopState.withHistorySent().save(home);
        }
        Population population =
                new GeneratedPopulation(shopState.seed(), shopState.opened(), shopState.customers(), assortment);
        Instant begins = untold ? shopState.opened() : clock.instant();
        shop.start(new ShopSimulation(population, assortment, postroadServices.newBatcher(), browser, begins));
        log.info("The simulated shop is open.");
    }

    private void sendHistory(ShopState shopState, Assortment assortment) {
        log.info("The simulated shop writes a year of history for {} customers ...", shopState.customers());
        long began = System.nanoTime();
        ShopEventBatcher shopEventBatcher = postroadServices.newBatcher();
        int[] told = {0};
        new ShopHistory(assortment, shopState.seed(), shopState.customers(), shopState.opened()).generate(event -> {
            shopEventBatcher.accept(event);
            if (++told[0] % TELL_EVERY == 0) {
                log.info("... {} events, up to {}", told[0], event.at().truncatedTo(ChronoUnit.DAYS));
            }
        });
        shopEventBatcher.flush();
        awaitBacklog();
        log.info("... {} events in all, {} s.", told[0], Math.round((System.nanoTime() - began) / 1e9));
    }

    /** Until every profile is complete; the background does it too, if it runs. */
    private void awaitBacklog() {
        while (postroadServices.backlog().size() > 0) {
            if (postroadServices.backlog().drain() == 0) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The opening of the simulated shop was interrupted; it goes on at the next start.", e);
        }
    }
}
