package org.postroad.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first login and key. What is given here holds at every start; what is not is made up at the first one.
 *
 * @param adminPassword password of the user {@code admin}
 * @param apiKey the bearer key named {@code default}
 */
@ConfigurationProperties("postroad")
public record AccessSettings(
        @Nullable String adminPassword, @Nullable String apiKey) {

    /** Without the secrets: records print themselves. */
    @Override
    public String toString() {
        return "AccessSettings";
    }
}
