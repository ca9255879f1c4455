package org.postroad.deliver;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sender addresses and sending. The relay itself is configured by {@code spring.mail}: host, port, user, password, and
 * {@code spring.mail.properties} for STARTTLS and the like.
 *
 * @param from the sender: {@code hello@shop.example} or {@code The Shop <hello@shop.example>}
 * @param replyTo where replies go, if not to the sender
 * @param bounceAddress the envelope sender, where bounces go; {@code from} if not given
 * @param unsubscribeAddress a mailbox whose requests to unsubscribe somebody handles; offered beside the one-click address
 * @param senderId the sender in {@code Feedback-ID}; must never change
 * @param connections to the relay, at once; at most as many messages have an unknown outcome after a crash
 * @param mailsPerConnection after which a connection is replaced, since relays limit them
 * @param batch how many messages a node claims at once; if it dies, those not begun wait a minute
 * @param limits mails per second to a domain, from all nodes together, such as {@code limits.gmail.com=50}; {@code default}
 *     applies to each domain that is not named, and without it those have no limit
 * @param connectTimeout for connecting to the relay
 * @param timeout for the relay's replies
 */
@ConfigurationProperties("postroad.deliver")
public record DeliverSettings(
        @Nullable String from,
        @Nullable String replyTo,
        @Nullable String bounceAddress,
        @Nullable String unsubscribeAddress,
        @DefaultValue("postroad") String senderId,
        @DefaultValue("8") int connections,
        @DefaultValue("100") int mailsPerConnection,
        @DefaultValue("100") int batch,
        @DefaultValue Map<String, Double> limits,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration timeout) {

    /** The key in {@code limits} for each domain that is not named. */
    public static final String OTHER_DOMAINS = "default";

    public DeliverSettings {
        limits.forEach((domain, limit) -> {
            if (!(limit > 0)) {
                throw new IllegalArgumentException("postroad.deliver.limits." + domain + " is " + limit
                        + "; it says how many mails a second may leave for that domain, such as 50 or 0.5.");
            }
        });
    }
}
