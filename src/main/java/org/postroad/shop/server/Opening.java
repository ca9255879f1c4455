package org.postroad.shop.server;

import org.postroad.shop.behaviour.Browser;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.Stockroom;
import org.postroad.shop.world.Population;
import org.postroad.shop.behaviour.Life;
import org.postroad.shop.behaviour.Ledger;
import org.postroad.shop.behaviour.History;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the shop: puts its goods into the catalog, tells the history if the place has none yet, and lets life begin.
 * A history that was cut short is told again from the start: all of its events keep their ids.
 */
final class Opening {

    private static final int TELL_EVERY = 50_000;
    private static final Logger log = LoggerFactory.getLogger(Opening.class);

    private final ShopSettings settings;
    private final Path home;
    private final Postroad postroad;
    private final Clock clock;
    private final Browser browser;
    private final LivingShop shop;

    Opening(ShopSettings settings, Path home, Postroad postroad, Clock clock, Browser browser, LivingShop shop) {
        this.settings = settings;
        this.home = home;
        this.postroad = postroad;
        this.clock = clock;
        this.browser = browser;
        this.shop = shop;
    }

    void open() {
        Optional<Place> place = Place.in(home).or(this::newPlace);
        if (place.isPresent()) {
            open(place.get());
        } else {
            log.info("The simulated shop stays closed: this place has a past of its own.");
        }
    }

    private Optional<Place> newPlace() {
        if (!postroad.past().isEmpty()) {
            return Optional.empty();
        }
        Place place = new Place(
                clock.instant().truncatedTo(ChronoUnit.SECONDS), settings.seed(), settings.customers(), false);
        place.keepIn(home);
        return Optional.of(place);
    }

    private void open(Place place) {
        Assortment assortment = new Stockroom(browser.ownUrl() + "/assets/shop").assortment();
        assortment.putInto(postroad.catalog());
        boolean untold = !place.historyTold() || postroad.past().isEmpty();
        if (untold) {
            tellHistory(place, assortment);
            place.withHistoryTold().keepIn(home);
        }
        Population population = new Population(place.seed(), place.opened(), place.customers(), assortment);
        Instant begins = untold ? place.opened() : clock.instant();
        shop.open(new Life(population, assortment, postroad.ledger(), browser, begins));
        log.info("The simulated shop is open.");
    }

    private void tellHistory(Place place, Assortment assortment) {
        log.info("The simulated shop writes a year of history for {} customers ...", place.customers());
        long began = System.nanoTime();
        Ledger ledger = postroad.ledger();
        int[] told = {0};
        new History(assortment, place.seed(), place.customers(), place.opened()).tell(event -> {
            ledger.accept(event);
            if (++told[0] % TELL_EVERY == 0) {
                log.info("... {} events, up to {}", told[0], event.at().truncatedTo(ChronoUnit.DAYS));
            }
        });
        ledger.handIn();
        workOff();
        log.info("... {} events in all, {} s.", told[0], Math.round((System.nanoTime() - began) / 1e9));
    }

    /** Until every profile is complete; the background does it too, if it runs. */
    private void workOff() {
        while (postroad.backlog().size() > 0) {
            if (postroad.backlog().drain() == 0) {
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
