package org.postroad.customer.profile;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events add up to profiles.
 *
 * @param halfLife the half-life of the decayed counters, 7 days or more; after a change, counters keep their values and
 *     decay with the new half-life
 * @param interestFrom the minimum decayed interest in a product for which a customer is alerted that it is back in stock
 *     or costs less: 1 for each view, 2 for each cart
 */
@ConfigurationProperties("postroad.customer")
record ProfileSettings(
        @DefaultValue("P30D") Duration halfLife,
        @DefaultValue("1.5") double interestFrom) {

    private static final Duration SHORTEST = Duration.ofDays(7);

    ProfileSettings {
        if (halfLife.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "postroad.customer.half-life must be at least 7 days (P7D), but is " + halfLife);
        }
    }
}
