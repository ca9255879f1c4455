package org.postroad.shop.behaviour;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postroad.catalog.Product;
import org.postroad.local.MailArrived;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.Population;
import org.postroad.shop.world.SeededRandom;
import org.postroad.shop.world.SimulatedPerson;

/** The people's life from one moment on: the world, and in it each reader's way with the mail. Not safe for threads. */
public final class ShopSimulation {

    private final Population population;
    private final Assortment assortment;
    private final ShopEventBatcher shopEventBatcher;
    private final Browser browser;
    private final DiscreteEventSimulation discreteEventSimulation;
    private final Map<String, Instant> lastBought = new HashMap<>();

    public ShopSimulation(
            Population population,
            Assortment assortment,
            ShopEventBatcher shopEventBatcher,
            Browser browser,
            Instant begins) {
        this.population = population;
        this.assortment = assortment;
        this.shopEventBatcher = shopEventBatcher;
        this.browser = browser;
        this.discreteEventSimulation = new DiscreteEventSimulation(population, assortment, begins, shopEventBatcher);
        this.discreteEventSimulation.afterVisit(visit -> {
            if (visit.bought()) {
                lastBought.put(visit.person().id(), visit.start());
            }
        });
    }

    public Optional<Instant> nextDue() {
        return discreteEventSimulation.nextDue();
    }

    public int advanceTo(Instant until) {
        int deeds = discreteEventSimulation.runUntil(until);
        shopEventBatcher.flush();
        return deeds;
    }

    /** Whoever gets the mail makes up her mind about it, and does so when she next looks. */
    public void receive(MailArrived arrived) {
        population.withAddress(arrived.to()).ifPresent(simulatedPerson -> receive(simulatedPerson, arrived));
    }

    private void receive(SimulatedPerson simulatedPerson, MailArrived arrived) {
        if (MailReaction.to(simulatedPerson, arrived.sentAt(), Optional.empty())
                .opens()
                .isEmpty()) {
            return; // whatever stands in it
        }
        ParsedMail parsedMail = ParsedMail.read(arrived, assortment, browser.ownUrl());
        MailReaction mailReaction = MailReaction.to(simulatedPerson, arrived.sentAt(), parsedMail.offer());
        mailReaction
                .opens()
                .ifPresent(at -> discreteEventSimulation.schedule(
                        at, now -> parsedMail.pixel().ifPresent(browser::get)));
        mailReaction
                .unsubscribes()
                .ifPresent(at -> discreteEventSimulation.schedule(
                        at, now -> parsedMail.unsubscribeLink().ifPresent(browser::postOneClick)));
        parsedMail.link().ifPresent(link -> {
            ReturnVisit returnVisit = new ReturnVisit(
                    simulatedPerson, parsedMail.product().orElseGet(() -> productToTaste(simulatedPerson)), assortment);
            mailReaction
                    .clicks()
                    .ifPresent(at -> discreteEventSimulation.schedule(at, now -> {
                        browser.get(link);
                        discreteEventSimulation.scheduleEvent(returnVisit.viewEvent(now));
                    }));
            mailReaction
                    .buys()
                    .ifPresent(at -> discreteEventSimulation.schedule(
                            at, now -> buy(returnVisit, parsedMail, arrived.sentAt(), now)));
        });
    }

    /** Who has bought since the mail came does not buy again because of it. */
    private void buy(ReturnVisit returnVisit, ParsedMail parsedMail, Instant sentAt, Instant now) {
        String id = returnVisit.person().id();
        if (lastBought.getOrDefault(id, Instant.MIN).isBefore(sentAt)) {
            lastBought.put(id, now);
            returnVisit
                    .purchaseEvents(now, parsedMail.offer(), parsedMail.code())
                    .forEach(discreteEventSimulation::scheduleEvent);
        }
    }

    /** A mail that names no product makes the person look for something to her taste. */
    private Product productToTaste(SimulatedPerson simulatedPerson) {
        SeededRandom seededRandom = simulatedPerson.randomFor(SimulatedPerson.RandomStream.MAIL, 0);
        return seededRandom.oneOf(assortment.inCategory(seededRandom.weighted(simulatedPerson.taste())));
    }
}
