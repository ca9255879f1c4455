package org.postroad.predict.serving;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a prediction of a customer's purchases rests on.
 *
 * @param model its name in the literature
 * @param learnedAt null while it is what is assumed before there are data
 * @param customers how many it was learned from
 * @param purchaseDays on how many days this customer bought
 * @param firstPurchase of this customer; null without one
 * @param lastPurchase of this customer; null without one
 */
public record PredictionBasis(
        String model,
        @Nullable Instant learnedAt,
        int customers,
        int purchaseDays,
        @Nullable LocalDate firstPurchase,
        @Nullable LocalDate lastPurchase) {}
