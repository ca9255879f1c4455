package org.postroad.segment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postroad.customer.profile.Profile;
import org.postroad.segment.model.Behaviour;

/** Reads a customer's behaviour from the profile. */
final class Behaviours {

    private static final double SECONDS_A_DAY = 86_400;

    private Behaviours() {}

    static Behaviour of(Profile profile, Instant now) {
        double sent = profile.mailsSent(now);
        return new Behaviour(
                days(profile.lastPurchaseAt(), now),
                days(profile.firstPurchaseAt(), now),
                profile.orders(),
                profile.revenue().doubleValue(),
                profile.purchasedProducts(now).size(),
                profile.discountShare(now),
                sent > 0 ? profile.mailsClicked(now) / sent : Double.NaN);
    }

    /** NaN if it never was; 0 if the clock was set back since. */
    private static double days(Optional<Instant> since, Instant now) {
        return since.map(at -> Math.max(0, Duration.between(at, now).toSeconds() / SECONDS_A_DAY))
                .orElse(Double.NaN);
    }
}
