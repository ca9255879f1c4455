package org.postroad.rehearse.sample;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The habits of all customers of a sample together. Where the whole sample tells nothing, a guess stands in, which weighs no
 * more than one customer's prior.
 */
record SampleMeans(
        double visitsPerWeek,
        double buysOnVisit,
        double opens,
        double clicks,
        double discountShare,
        HourProfile mail,
        HourProfile shop,
        Map<String, Double> categories,
        Map<String, Double> topics) {

    /** How much the mean weighs beside what a customer shows: in weeks, visits, mails, opened mails, orders … */
    static final double WEEKS = 4;

    static final double VISITS = 10;
    static final double MAILS = 5;
    static final double OPENED = 5;
    static final double ORDERS = 2;
    static final double MOMENTS = 3;
    static final double CHOICES = 5;

    private static final double GUESSED_VISITS_A_WEEK = 0.25;
    private static final double GUESSED_BUYING = 0.03;
    private static final double GUESSED_OPENING = 0.30;
    private static final double GUESSED_CLICKING = 0.10;
    private static final double GUESSED_DISCOUNT = 0.20;

    static SampleMeans of(List<Observed> all, CatalogIndex catalog) {
        HourProfile shop = hours(all, Observed::shop);
        HourProfile mail = hours(all, Observed::mail);
        return new SampleMeans(
                rate(all, Observed::visits).shrunkTo(GUESSED_VISITS_A_WEEK, WEEKS),
                rate(all, Observed::orders).shrunkTo(GUESSED_BUYING, VISITS),
                rate(all, Observed::opened).shrunkTo(GUESSED_OPENING, MAILS),
                rate(all, Observed::clicked).shrunkTo(GUESSED_CLICKING, OPENED),
                rate(all, Observed::discounts).shrunkTo(GUESSED_DISCOUNT, ORDERS),
                mail.moments() == 0 ? shop : mail,
                shop,
                tally(all, Observed::categories).sharesShrunkTo(catalog.equalCategories(), CHOICES),
                tally(all, Observed::topics).sharesShrunkTo(catalog.equalTopics(), CHOICES));
    }

    private static Rate rate(List<Observed> all, Function<Observed, Rate> which) {
        return all.stream().map(which).reduce(Rate.NOTHING, Rate::plus);
    }

    private static HourProfile hours(List<Observed> all, Function<Observed, HourProfile> which) {
        return all.stream().map(which).reduce(HourProfile.EMPTY, HourProfile::plus);
    }

    private static Tally tally(List<Observed> all, Function<Observed, Tally> which) {
        Tally sum = Tally.empty();
        all.stream().map(which).forEach(sum::addAll);
        return sum;
    }
}
