package org.postroad.deliver;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sender's addresses, validated at start. */
@Component
public class SenderAddresses {

    private final Optional<InternetAddress> from;
    private final Optional<InternetAddress> replyTo;
    private final Optional<InternetAddress> bounces;
    private final Optional<String> unsubscribeMailbox;
    private final String id;

    public SenderAddresses(DeliverSettings settings) {
        this.from = optional("from", settings.from());
        this.replyTo = optional("reply-to", settings.replyTo());
        this.bounces = optional("bounce-address", settings.bounceAddress());
        this.unsubscribeMailbox =
                optional("unsubscribe-address", settings.unsubscribeAddress()).map(InternetAddress::getAddress);
        this.id = settings.senderId();
    }

    /** @throws IllegalStateException if no sender is configured */
    InternetAddress from() {
        return from.orElseThrow(() -> new IllegalStateException(
                "No sender is configured: set postroad.deliver.from, such as The Shop <hello@shop.example>."));
    }

    Optional<InternetAddress> replyTo() {
        return replyTo;
    }

    /** The envelope sender (MAIL FROM). */
    public Optional<String> bounces() {
        return bounces.or(() -> from).map(InternetAddress::getAddress);
    }

    Optional<String> unsubscribeMailbox() {
        return unsubscribeMailbox;
    }

    /** The sender in {@code Feedback-ID}. */
    String id() {
        return id;
    }

    String domain() {
        String address = from().getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    private static Optional<InternetAddress> optional(String setting, @Nullable String text) {
        return Optional.ofNullable(text).filter(each -> !each.isBlank()).map(each -> parse(setting, each));
    }

    private static InternetAddress parse(String setting, String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            return address;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalStateException("postroad.deliver." + setting + " is '" + text
                    + "', which is no e-mail address. Write hello@shop.example or The Shop <hello@shop.example>.");
        }
    }
}
