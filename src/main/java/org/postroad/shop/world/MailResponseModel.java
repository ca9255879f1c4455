package org.postroad.shop.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postroad.catalog.Offer;

/**
 * The causal truth of the simulated world: how strongly a mail with an offer draws a person, and what follows from it.
 *
 * <p>A saving draws in proportion to price sensitivity, free shipping more than ten per cent, and leaves full-price
 * people cold; being first draws those who do
 * not mind the price; a plain reminder draws everyone a little. Pull raises clicks and, after a click, orders.
 *
 * <p>The sizes are a choice, made so that knowing who minds the price is worth something; with offers that pull alike the
 * policy gate keeps a model from acting. They say nothing about a real shop.
 */
public final class MailResponseModel {

    /** Whoever orders because of a mail does so within that time after the click, and some minutes. */
    public static final Duration ORDERS_WITHIN = Duration.ofHours(36);

    private static final double OF_REMINDER = 0.20;
    private static final double CODE_BY_CHANCE = 0.04;
    private static final double CODE_BY_PRICE = 0.8;
    private static final Duration FRESH = Duration.ofMinutes(90);
    private static final Duration STALE = Duration.ofHours(8);

    private MailResponseModel() {}

    public static double pull(SimulatedPerson simulatedPerson, Optional<Offer.Kind> offer) {
        return OF_REMINDER
                + offer.map(kind -> ofOffer(kind, simulatedPerson.priceSensitivity()))
                        .orElse(0.0);
    }

    private static double ofOffer(Offer.Kind kind, double priceSensitivity) {
        return switch (kind) {
            case FREE_SHIPPING -> 1.25 * priceSensitivity;
            case PERCENT -> 0.55 * priceSensitivity;
            case AMOUNT -> 0.80 * priceSensitivity;
            case GIFT -> 0.15;
            case EARLY_ACCESS -> 1.05 * (1 - priceSensitivity);
        };
    }

    /** The probability that a mail of that pull is clicked once it is opened. */
    public static double clickProbability(SimulatedPerson simulatedPerson, double pull) {
        return Math.min(0.90, simulatedPerson.clicks() * clickProbability(pull));
    }

    /** How price-sensitive somebody is who uses a public code on that share of the orders, see {@link #publicCodeProbability}. */
    public static double priceSensitivity(double share) {
        return Math.max(0, Math.min(1, (share - CODE_BY_CHANCE) / CODE_BY_PRICE));
    }

    /** Who minds the price enters a code when there is one to be had. */
    public static double publicCodeProbability(SimulatedPerson simulatedPerson) {
        return CODE_BY_CHANCE + CODE_BY_PRICE * simulatedPerson.priceSensitivity();
    }

    private static double clickProbability(double pull) {
        return Math.min(0.90, 0.12 + 0.60 * pull);
    }

    /** The factor by which somebody clicks more often than usual, who clicks that share of the plain mails that are opened. */
    public static double clickFactor(double share) {
        return share / clickProbability(OF_REMINDER);
    }

    public static double orderProbability(double pull) {
        return Math.min(0.80, 0.08 + 0.62 * pull);
    }

    /** A mail that comes shortly before it is looked for is on top; who has lost interest hardly opens any. */
    public static double openProbability(SimulatedPerson simulatedPerson, Duration waits, Instant looks) {
        double place = waits.compareTo(FRESH) <= 0 ? 1.25 : waits.compareTo(STALE) <= 0 ? 1.0 : 0.8;
        return Math.min(0.95, simulatedPerson.opens() * place) * (simulatedPerson.isInterestedAt(looks) ? 1 : 0.15);
    }

    /** Probability that a mail with this offer, at a middling time, makes the person buy. */
    public static double purchaseProbability(SimulatedPerson simulatedPerson, Optional<Offer.Kind> offer) {
        double pull = pull(simulatedPerson, offer);
        return simulatedPerson.opens() * clickProbability(simulatedPerson, pull) * orderProbability(pull);
    }
}
