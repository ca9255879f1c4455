package org.postroad.shop.behaviour;

import org.postroad.shop.world.Population;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.Person;
import org.postroad.shop.world.Dice;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.postroad.catalog.Product;
import org.postroad.local.MailArrived;

/** The people's life from one moment on: the world, and in it each reader's way with the mail. Not safe for threads. */
public final class Life {

    private final Population population;
    private final Assortment assortment;
    private final Ledger ledger;
    private final Browser browser;
    private final World world;
    private final Map<String, Instant> lastBought = new HashMap<>();

    public Life(Population population, Assortment assortment, Ledger ledger, Browser browser, Instant begins) {
        this.population = population;
        this.assortment = assortment;
        this.ledger = ledger;
        this.browser = browser;
        this.world = new World(population, assortment, begins, ledger);
        this.world.afterVisit(visit -> {
            if (visit.bought()) {
                lastBought.put(visit.person().id(), visit.start());
            }
        });
    }

    public Optional<Instant> nextDue() {
        return world.nextDue();
    }

    public int goOn(Instant until) {
        int deeds = world.live(until);
        ledger.handIn();
        return deeds;
    }

    /** Whoever gets the mail makes up her mind about it, and does so when she next looks. */
    public void receive(MailArrived arrived) {
        population.withAddress(arrived.to()).ifPresent(person -> receive(person, arrived));
    }

    private void receive(Person person, MailArrived arrived) {
        if (Reaction.to(person, arrived.sentAt(), Optional.empty()).opens().isEmpty()) {
            return; // whatever stands in it
        }
        Mail mail = Mail.read(arrived, assortment, browser.ownUrl());
        Reaction reaction = Reaction.to(person, arrived.sentAt(), mail.offer());
        reaction.opens().ifPresent(at -> world.plan(at, now -> mail.pixel().ifPresent(browser::get)));
        reaction.unsubscribes()
                .ifPresent(at -> world.plan(at, now -> mail.unsubscribeLink().ifPresent(browser::postOneClick)));
        mail.link().ifPresent(link -> {
            Comeback comeback = new Comeback(person, mail.product().orElseGet(() -> something(person)), assortment);
            reaction.clicks()
                    .ifPresent(at -> world.plan(at, now -> {
                        browser.get(link);
                        world.planToTell(comeback.looks(now));
                    }));
            reaction.buys().ifPresent(at -> world.plan(at, now -> buy(comeback, mail, arrived.sentAt(), now)));
        });
    }

    /** Who has bought since the mail came does not buy again because of it. */
    private void buy(Comeback comeback, Mail mail, Instant sentAt, Instant now) {
        String id = comeback.person().id();
        if (lastBought.getOrDefault(id, Instant.MIN).isBefore(sentAt)) {
            lastBought.put(id, now);
            comeback.buys(now, mail.offer(), mail.code()).forEach(world::planToTell);
        }
    }

    /** A mail that names no product makes the person look for something to her taste. */
    private Product something(Person person) {
        Dice dice = person.dice(Person.Question.MAIL, 0);
        return dice.oneOf(assortment.in(dice.weighted(person.taste())));
    }
}
