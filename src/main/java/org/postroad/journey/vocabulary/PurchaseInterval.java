package org.postroad.journey.vocabulary;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postroad.customer.profile.Profile;

/**
 * How often a customer buys, by their own habit. While that is thin it leans on what is usual: the mean gap between
 * orders, with one gap of the usual length counted in.
 *
 * @param days between two orders; 0 for who has never bought
 */
record PurchaseInterval(double days, Optional<Instant> lastPurchaseAt) {

    private static final double USUAL_DAYS = 60;

    /** Silence for so many times the usual gap is more than chance. */
    private static final double PATIENCE = 2;

    static PurchaseInterval of(Profile profile) {
        return new PurchaseInterval(
                profile.orders() == 0 ? 0 : (span(profile) + USUAL_DAYS) / profile.orders(), profile.lastPurchaseAt());
    }

    private static double span(Profile profile) {
        return profile.firstPurchaseAt()
                .flatMap(first -> profile.lastPurchaseAt().map(last -> inDays(Duration.between(first, last))))
                .orElse(0.0);
    }

    boolean isOverdue(Instant now) {
        return lastPurchaseAt
                .filter(last -> inDays(Duration.between(last, now)) > PATIENCE * days)
                .isPresent();
    }

    private static double inDays(Duration duration) {
        return duration.toSeconds() / 86_400.0;
    }
}
