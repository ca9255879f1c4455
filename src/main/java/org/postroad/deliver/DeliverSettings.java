package org.postroad.deliver;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is addressed and posted. The relay itself is {@code spring.mail}: host, port, user, password, and {@code
 * spring.mail.properties} for STARTTLS and the like.
 *
 * @param from who mail comes from: {@code hello@shop.example} or {@code The Shop <hello@shop.example>}
 * @param replyTo where answers go, if elsewhere
 * @param bounceAddress the envelope's sender, where bounces go; {@code from} if not given
 * @param unsubscribeAddress a mailbox in which somebody acts on mails that ask to unsubscribe; offered to mail programs
 *     beside the one-click address
 * @param senderId names the sender in {@code Feedback-ID}: the same for ever
 * @param connections how many to the relay at once; as many messages, at most, are unknown after a crash
 * @param mailsPerConnection after so many a connection is made anew, since relays count
 * @param batch how many messages a node claims at once; those that it has not begun to post when it dies wait a minute
 * @param limits how many mails a second may leave for a domain, from all nodes together, such as {@code
 *     limits.gmail.com=50}; {@code default} speaks for each domain that is not named, and without it they have no limit
 * @param connectTimeout for reaching the relay
 * @param timeout for the relay's answer
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

    /** Stands among the limits for all domains that are not named. */
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
