package org.postroad.rehearse.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.event.LineItem;
import org.postroad.rehearse.sample.PastVisits.PastVisit;
import org.postroad.shop.PersonTraits;

/**
 * What a customer's past shows of the habits.
 *
 * @param visits that no mail brought about, in weeks, older ones counting less
 * @param orders among those visits
 */
record Observed(
        Rate visits,
        Rate orders,
        Rate opened,
        Rate clicked,
        Rate discounts,
        HourProfile mail,
        HourProfile shop,
        Tally categories,
        Tally topics) {

    /** After so many weeks a visit says half as much of what comes. */
    private static final double HALF_LIFE_WEEKS = 13;

    private static final double SECONDS_A_WEEK = 7 * 86_400;
    private static final double ORDER_SAYS = 3;

    static Observed of(SampledCustomer customer, Instant starts, CatalogIndex catalog) {
        Instant since = latest(customer.createdAt(), starts.minus(Sample.WINDOW));
        List<Event> past = customer.past().stream()
                .filter(event -> !event.occurredAt().isBefore(since))
                .toList();
        List<PastVisit> visits = PastVisits.of(past, since.minusSeconds(1));
        ZoneId zone = customer.timeZone() == null ? ZoneId.of("UTC") : ZoneId.of(customer.timeZone());
        long sent = count(past, EventType.EMAIL_SENT);
        long clicked = Math.min(sent, count(past, EventType.EMAIL_CLICKED));
        long opened = Math.max(clicked, Math.min(sent, count(past, EventType.EMAIL_OPENED)));
        return new Observed(
                new Rate(
                        visits.stream()
                                .mapToDouble(visit -> weight(weeks(visit.start(), starts)))
                                .sum(),
                        weightOfAll(weeks(since, starts)) - weightAfterClicks(past, starts)),
                new Rate(
                        visits.stream()
                                .filter(visit -> !visit.orders().isEmpty())
                                .count(),
                        visits.size()),
                new Rate(opened, sent),
                new Rate(clicked, opened),
                discounts(visits),
                hours(
                        past.stream()
                                .filter(event -> event.is(EventType.EMAIL_OPENED))
                                .map(Event::occurredAt)
                                .toList(),
                        zone),
                hours(visits.stream().map(PastVisit::start).toList(), zone),
                categories(past, catalog),
                topics(past, catalog));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static double weeks(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds() / SECONDS_A_WEEK);
    }

    private static double weight(double weeksAgo) {
        return Math.pow(0.5, weeksAgo / HALF_LIFE_WEEKS);
    }

    /** The weights of all moments of so many weeks: the integral of {@link #weight}. */
    private static double weightOfAll(double weeks) {
        return HALF_LIFE_WEEKS / Math.log(2) * (1 - weight(weeks));
    }

    /** The weights of the moments in which no visit counts, since a mail may have brought it about. */
    private static double weightAfterClicks(List<Event> past, Instant starts) {
        double sum = 0;
        Instant until = Instant.EPOCH;
        for (Event event : past) {
            if (event.is(EventType.EMAIL_CLICKED)) {
                Instant from = latest(event.occurredAt(), until);
                until = event.occurredAt().plus(PersonTraits.LED_BY_A_CLICK);
                sum += weightOfAll(weeks(from, starts)) - weightOfAll(weeks(until, starts));
            }
        }
        return sum;
    }

    private static long count(List<Event> past, String type) {
        return past.stream().filter(event -> event.is(type)).count();
    }

    /** Of orders that no mail brought about: a mail may have given the discount. */
    private static Rate discounts(List<PastVisit> visits) {
        List<Event> orders =
                visits.stream().flatMap(visit -> visit.orders().stream()).toList();
        long discounted = orders.stream()
                .filter(order -> order.text("discountCode").isPresent()
                        || order.number("discountAmount").orElse(0) > 0)
                .count();
        return new Rate(discounted, orders.size());
    }

    private static HourProfile hours(List<Instant> moments, ZoneId zone) {
        HourProfile profile = HourProfile.EMPTY;
        for (Instant moment : moments) {
            profile = profile.plus(moment, zone);
        }
        return profile;
    }

    private static Tally categories(List<Event> past, CatalogIndex catalog) {
        Tally categories = Tally.empty();
        past.forEach(event -> {
            if (event.is(EventType.PRODUCT_VIEWED)) {
                event.text("productId").flatMap(catalog::category).ifPresent(category -> categories.add(category, 1));
            } else if (event.is(EventType.PURCHASED)) {
                event.items().stream()
                        .map(LineItem::productId)
                        .flatMap(id -> catalog.category(id).stream())
                        .forEach(category -> categories.add(category, ORDER_SAYS));
            }
        });
        return categories;
    }

    private static Tally topics(List<Event> past, CatalogIndex catalog) {
        Tally topics = Tally.empty();
        past.stream()
                .filter(event -> event.is(EventType.ARTICLE_READ))
                .flatMap(event -> event.text("articleId").stream())
                .flatMap(id -> catalog.topics(id).stream())
                .forEach(topic -> topics.add(topic, 1));
        return topics;
    }
}
