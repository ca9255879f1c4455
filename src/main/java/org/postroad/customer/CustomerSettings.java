package org.postroad.customer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How customers are remembered.
 *
 * @param halfLife after which time a counter has faded to half; 7 days at least. Changed later, counters keep what they
 *     are and fade at the new pace
 */
@ConfigurationProperties("postroad.customer")
record CustomerSettings(@DefaultValue("P30D") Duration halfLife) {

    private static final Duration SHORTEST = Duration.ofDays(7);

    CustomerSettings {
        if (halfLife.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "postroad.customer.half-life must be at least 7 days (P7D), but is " + halfLife);
        }
    }
}
