package org.postroad.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first login and key. A configured value is applied at every start; a missing one is generated at the first start.
 *
 * @param adminPassword password of the user {@code admin}
 * @param apiKey the bearer key named {@code default}
 */
@ConfigurationProperties("postroad")
public record AccessSettings(
        @Nullable String adminPassword, @Nullable String apiKey) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "AccessSettings";
    }
}
