package org.postroad.journey.vocabulary;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postroad.customer.profile.Profile;

/**
 * The mean number of days between a customer's orders. One gap of {@value #PRIOR_DAYS} days is counted in, so that few
 * orders stay close to it.
 *
 * @param days between two orders; 0 without an order
 */
record PurchaseInterval(double days, Optional<Instant> lastPurchaseAt) {

    private static final double PRIOR_DAYS = 60;

    private static final double SECONDS_A_DAY = 86_400;

    /** A customer is overdue after so many times their interval. */
    private static final double OVERDUE_FACTOR = 2;

    static PurchaseInterval of(Profile profile) {
        return new PurchaseInterval(
                profile.orders() == 0 ? 0 : (span(profile) + PRIOR_DAYS) / profile.orders(), profile.lastPurchaseAt());
    }

    private static double span(Profile profile) {
        return profile.firstPurchaseAt()
                .flatMap(first -> profile.lastPurchaseAt().map(last -> inDays(Duration.between(first, last))))
                .orElse(0.0);
    }

    boolean isOverdue(Instant now) {
        return overdueFrom().filter(from -> !now.isBefore(from)).isPresent();
    }

    /** The first whole second at which the customer is overdue; empty without an order. */
    Optional<Instant> overdueFrom() {
        return lastPurchaseAt.map(
                last -> last.plusSeconds((long) Math.floor(OVERDUE_FACTOR * days * SECONDS_A_DAY) + 1));
    }

    private static double inDays(Duration duration) {
        return duration.toSeconds() / SECONDS_A_DAY;
    }
}
