package org.postroad.customer.profile;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How customers are remembered.
 *
 * @param halfLife after which time a counter has faded to half; 7 days at least. Changed later, counters keep what they
 *     are and fade at the new pace
 * @param interestFrom from which interest in a product on a customer hears that it is back in stock or costs less: one
 *     for each view and two for each cart, fading
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
