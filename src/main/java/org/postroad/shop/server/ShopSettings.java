package org.postroad.shop.server;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The simulated shop of local mode. What a place was opened with stays, whatever the settings say later.
 *
 * @param enabled whether it fills an empty place and lives on
 * @param customers how many people have signed up by the time it opens
 * @param seed all chance comes from it: the same seed makes the same people
 */
@ConfigurationProperties("postroad.shop")
record ShopSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2000") int customers,
        @DefaultValue("42") long seed) {

    ShopSettings {
        if (customers < 1 || customers > 100_000) {
            throw new IllegalArgumentException(
                    "postroad.shop.customers must be between 1 and 100000, but is " + customers);
        }
    }
}
