package org.postroad.shop.behaviour;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postroad.catalog.Offer;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.MailResponseModel;
import org.postroad.shop.world.SeededRandom;
import org.postroad.shop.world.SimulatedPerson;

/**
 * Whoever sent the shop's mail before Postroad: a reminder after a visit without an order, with an offer drawn by lot
 * (so that its effect can be learned), at an hour drawn by lot (so that people's own hours can), and a newsletter.
 */
final class PreviousEmailProvider {

    static final String SLOT = "browse-abandonment";
    private static final Duration PAUSE = Duration.ofDays(10);

    private final DiscreteEventSimulation discreteEventSimulation;
    private final Assortment assortment;
    private final List<Optional<Offer>> arms;
    private final Map<String, Instant> lastSent = new HashMap<>();
    private final Map<String, Instant> lastBought = new HashMap<>();
    private final Set<String> unsubscribed = new HashSet<>();

    PreviousEmailProvider(DiscreteEventSimulation discreteEventSimulation, Assortment assortment) {
        this.discreteEventSimulation = discreteEventSimulation;
        this.assortment = assortment;
        this.arms = new ArrayList<>(assortment.offers().stream()
                .filter(offer -> offer.slots().contains(SLOT))
                .map(Optional::of)
                .toList());
        this.arms.add(Optional.empty());
    }

    void afterVisit(Visit visit) {
        SimulatedPerson simulatedPerson = visit.person();
        if (visit.bought()) {
            lastBought.put(simulatedPerson.id(), visit.start());
        } else if (mayMail(simulatedPerson)
                && lastSentBefore(simulatedPerson, visit.start().minus(PAUSE))) {
            SeededRandom seededRandom = simulatedPerson.randomFor(
                    SimulatedPerson.RandomStream.MAIL, visit.start().getEpochSecond());
            lastSent.put(simulatedPerson.id(), visit.start());
            discreteEventSimulation.schedule(
                    visit.start().plusSeconds(3_600 + seededRandom.below(86_400)),
                    now -> remind(visit, now, seededRandom));
        }
    }

    /** The first Tuesday of each month, to all who agreed. */
    void planNewsletters(List<SimulatedPerson> people, Instant from, Instant until) {
        for (LocalDate month = LocalDate.ofInstant(from, ZoneOffset.UTC).withDayOfMonth(1);
                ;
                month = month.plusMonths(1)) {
            Instant at = month.with(TemporalAdjusters.firstInMonth(DayOfWeek.TUESDAY))
                    .atTime(LocalTime.of(9, 0))
                    .toInstant(ZoneOffset.UTC);
            if (at.isAfter(until)) {
                return;
            }
            if (at.isAfter(from)) {
                discreteEventSimulation.schedule(
                        at, now -> people.forEach(simulatedPerson -> sendNewsletter(simulatedPerson, now)));
            }
        }
    }

    private void remind(Visit visit, Instant now, SeededRandom seededRandom) {
        SimulatedPerson simulatedPerson = visit.person();
        if (!mayMail(simulatedPerson)
                || lastBought.getOrDefault(simulatedPerson.id(), Instant.MIN).isAfter(visit.start())) {
            return;
        }
        Optional<Offer> offer = seededRandom.oneOf(arms);
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("slot", SLOT);
        offer.ifPresent(given -> sent.put("offerId", given.id()));
        sent.put("propensity", 1.0 / arms.size());
        sent.put("productId", visit.favourite().id());
        discreteEventSimulation.scheduleEvent(new ShopEvent(simulatedPerson.id(), "email_sent", now, sent));
        follow(visit, offer, MailReaction.to(simulatedPerson, now, offer), seededRandom);
    }

    private void follow(Visit visit, Optional<Offer> offer, MailReaction mailReaction, SeededRandom seededRandom) {
        SimulatedPerson simulatedPerson = visit.person();
        mailReaction.opens().ifPresent(at -> scheduleEvent(simulatedPerson, "email_opened", at, Map.of("slot", SLOT)));
        mailReaction
                .clicks()
                .ifPresent(at -> scheduleEvent(simulatedPerson, "email_clicked", at, Map.of("slot", SLOT)));
        mailReaction.unsubscribes().ifPresent(at -> unsubscribe(simulatedPerson, at));
        ReturnVisit returnVisit = new ReturnVisit(simulatedPerson, visit.favourite(), assortment);
        mailReaction.clicks().ifPresent(at -> discreteEventSimulation.scheduleEvent(returnVisit.viewEvent(at)));
        mailReaction
                .buys()
                .ifPresent(at -> discreteEventSimulation.schedule(at, now -> {
                    lastBought.put(simulatedPerson.id(), now);
                    returnVisit
                            .purchaseEvents(now, offer, code(offer, seededRandom))
                            .forEach(discreteEventSimulation::scheduleEvent);
                }));
    }

    private void sendNewsletter(SimulatedPerson simulatedPerson, Instant now) {
        if (!mayMail(simulatedPerson) || simulatedPerson.joined().isAfter(now)) {
            return;
        }
        SeededRandom seededRandom =
                simulatedPerson.randomFor(SimulatedPerson.RandomStream.NEWSLETTER, now.getEpochSecond());
        scheduleEvent(simulatedPerson, "email_sent", now, Map.of("slot", "newsletter"));
        Instant looks = simulatedPerson.rhythm().nextMailMoment(simulatedPerson.seed(), now);
        if (seededRandom.chance(
                0.8 * MailResponseModel.openProbability(simulatedPerson, Duration.between(now, looks), looks))) {
            scheduleEvent(simulatedPerson, "email_opened", looks, Map.of("slot", "newsletter"));
            if (seededRandom.chance(0.15)) {
                scheduleEvent(simulatedPerson, "email_clicked", looks.plusSeconds(40), Map.of("slot", "newsletter"));
            }
        }
    }

    private void unsubscribe(SimulatedPerson simulatedPerson, Instant at) {
        discreteEventSimulation.schedule(at, now -> unsubscribed.add(simulatedPerson.id()));
        scheduleEvent(simulatedPerson, "unsubscribed", at, Map.of("topic", "marketing", "source", "earlier provider"));
    }

    private void scheduleEvent(
            SimulatedPerson simulatedPerson, String type, Instant at, Map<String, Object> properties) {
        discreteEventSimulation.scheduleEvent(new ShopEvent(simulatedPerson.id(), type, at, properties));
    }

    private boolean mayMail(SimulatedPerson simulatedPerson) {
        return simulatedPerson.consents() && !unsubscribed.contains(simulatedPerson.id());
    }

    private boolean lastSentBefore(SimulatedPerson simulatedPerson, Instant at) {
        return lastSent.getOrDefault(simulatedPerson.id(), Instant.MIN).isBefore(at);
    }

    private static String code(Optional<Offer> offer, SeededRandom seededRandom) {
        String random = Integer.toString(seededRandom.below(1 << 30), 36).toUpperCase(Locale.ROOT);
        return offer.map(Offer::codePrefix).map(prefix -> prefix + "-" + random).orElse("");
    }
}
