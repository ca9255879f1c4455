package org.postroad.shop.behaviour;

import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.Person;
import org.postroad.shop.world.Dice;
import org.postroad.shop.world.Pull;
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

/**
 * Whoever sent the shop's mail before Postroad: a reminder after a visit without an order, with an offer drawn by lot
 * (so that its effect can be learned), at an hour drawn by lot (so that people's own hours can), and a newsletter.
 */
final class EarlierProvider {

    static final String SLOT = "browse-abandonment";
    private static final Duration PAUSE = Duration.ofDays(10);

    private final World world;
    private final Assortment assortment;
    private final List<Optional<Offer>> arms;
    private final Map<String, Instant> lastSent = new HashMap<>();
    private final Map<String, Instant> lastBought = new HashMap<>();
    private final Set<String> unsubscribed = new HashSet<>();

    EarlierProvider(World world, Assortment assortment) {
        this.world = world;
        this.assortment = assortment;
        this.arms = new ArrayList<>(assortment.offers().stream()
                .filter(offer -> offer.slots().contains(SLOT))
                .map(Optional::of)
                .toList());
        this.arms.add(Optional.empty());
    }

    void afterVisit(Visit visit) {
        Person person = visit.person();
        if (visit.bought()) {
            lastBought.put(person.id(), visit.start());
        } else if (mayMail(person) && lastSentBefore(person, visit.start().minus(PAUSE))) {
            Dice dice = person.dice(Person.Question.MAIL, visit.start().getEpochSecond());
            lastSent.put(person.id(), visit.start());
            world.plan(visit.start().plusSeconds(3_600 + dice.below(86_400)), now -> remind(visit, now, dice));
        }
    }

    /** The first Tuesday of each month, to all who agreed. */
    void planNewsletters(List<Person> people, Instant from, Instant until) {
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
                world.plan(at, now -> people.forEach(person -> sendNewsletter(person, now)));
            }
        }
    }

    private void remind(Visit visit, Instant now, Dice dice) {
        Person person = visit.person();
        if (!mayMail(person)
                || lastBought.getOrDefault(person.id(), Instant.MIN).isAfter(visit.start())) {
            return;
        }
        Optional<Offer> offer = dice.oneOf(arms);
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("slot", SLOT);
        offer.ifPresent(given -> sent.put("offerId", given.id()));
        sent.put("propensity", 1.0 / arms.size());
        sent.put("productId", visit.favourite().id());
        world.planToTell(new ShopEvent(person.id(), "email_sent", now, sent));
        follow(visit, offer, Reaction.to(person, now, offer), dice);
    }

    private void follow(Visit visit, Optional<Offer> offer, Reaction reaction, Dice dice) {
        Person person = visit.person();
        reaction.opens().ifPresent(at -> tell(person, "email_opened", at, Map.of("slot", SLOT)));
        reaction.clicks().ifPresent(at -> tell(person, "email_clicked", at, Map.of("slot", SLOT)));
        reaction.unsubscribes().ifPresent(at -> unsubscribe(person, at));
        Comeback comeback = new Comeback(person, visit.favourite(), assortment);
        reaction.clicks().ifPresent(at -> world.planToTell(comeback.looks(at)));
        reaction.buys()
                .ifPresent(at -> world.plan(at, now -> {
                    lastBought.put(person.id(), now);
                    comeback.buys(now, offer, code(offer, dice)).forEach(world::planToTell);
                }));
    }

    private void sendNewsletter(Person person, Instant now) {
        if (!mayMail(person) || person.joined().isAfter(now)) {
            return;
        }
        Dice dice = person.dice(Person.Question.NEWSLETTER, now.getEpochSecond());
        tell(person, "email_sent", now, Map.of("slot", "newsletter"));
        Instant looks = person.rhythm().nextMailMoment(person.seed(), now);
        if (dice.chance(0.8 * Pull.opens(person, Duration.between(now, looks), looks))) {
            tell(person, "email_opened", looks, Map.of("slot", "newsletter"));
            if (dice.chance(0.15)) {
                tell(person, "email_clicked", looks.plusSeconds(40), Map.of("slot", "newsletter"));
            }
        }
    }

    private void unsubscribe(Person person, Instant at) {
        world.plan(at, now -> unsubscribed.add(person.id()));
        tell(person, "unsubscribed", at, Map.of("topic", "marketing", "source", "earlier provider"));
    }

    private void tell(Person person, String type, Instant at, Map<String, Object> properties) {
        world.planToTell(new ShopEvent(person.id(), type, at, properties));
    }

    private boolean mayMail(Person person) {
        return person.consents() && !unsubscribed.contains(person.id());
    }

    private boolean lastSentBefore(Person person, Instant at) {
        return lastSent.getOrDefault(person.id(), Instant.MIN).isBefore(at);
    }

    private static String code(Optional<Offer> offer, Dice dice) {
        String random = Integer.toString(dice.below(1 << 30), 36).toUpperCase(Locale.ROOT);
        return offer.map(Offer::codePrefix).map(prefix -> prefix + "-" + random).orElse("");
    }
}
