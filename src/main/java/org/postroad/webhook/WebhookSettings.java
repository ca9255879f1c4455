package org.postroad.webhook;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom journeys may call.
 *
 * @param hosts the hosts that may be called, as {@code crm.example.com} or {@code crm.example.com:8443}; none by default
 * @param secret signs the bodies, so that who is called knows that it is us
 * @param make false: calls are kept and nobody is called, as in a rehearsal
 * @param batch how many calls a node makes at once
 * @param connectTimeout for reaching the host
 * @param timeout for the whole answer
 */
@ConfigurationProperties("postroad.webhooks")
record WebhookSettings(
        @DefaultValue Set<String> hosts,
        @Nullable String secret,
        @DefaultValue("true") boolean make,
        @DefaultValue("20") int batch,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration timeout) {

    @Override
    public String toString() {
        return "WebhookSettings" + hosts;
    }
}
