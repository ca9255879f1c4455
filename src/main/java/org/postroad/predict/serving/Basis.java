package org.postroad.predict.serving;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a prediction of a customer's purchases rests on.
 *
 * @param model its name in the literature
 * @param learnedAt empty while it is what is assumed before there are data
 * @param customers how many it was learned from
 * @param purchaseDays on how many days this customer bought
 * @param firstPurchase of this customer; empty without one
 * @param lastPurchase of this customer; empty without one
 */
public record Basis(
        String model,
        Optional<Instant> learnedAt,
        int customers,
        int purchaseDays,
        Optional<LocalDate> firstPurchase,
        Optional<LocalDate> lastPurchase) {}
