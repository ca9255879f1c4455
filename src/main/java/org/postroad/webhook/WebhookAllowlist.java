package org.postroad.webhook;

import java.net.URI;
import org.springframework.stereotype.Component;

/** Which addresses may be called: {@code https} on a listed host, so that no diagram reaches into our own network. */
@Component
public class WebhookAllowlist {

    private static final String THIS_MACHINE = "127.0.0.1";

    private final WebhookSettings settings;

    WebhookAllowlist(WebhookSettings settings) {
        this.settings = settings;
    }

    /** @throws IllegalArgumentException with a sentence that says why it may not be called, and what to set */
    public URI require(String url) {
        URI address = parsed(url);
        if (!settings.make()) {
            return address;
        }
        String host = address.getHost();
        if (!settings.hosts().contains(host) && !settings.hosts().contains(host + ":" + address.getPort())) {
            throw new IllegalArgumentException("the host '" + host + "' may not be called; whoever operates Postroad"
                    + " adds it to postroad.webhooks.hosts (POSTROAD_WEBHOOKS_HOSTS).");
        }
        if (settings.secret() == null || settings.secret().isBlank()) {
            throw new IllegalArgumentException("nobody can be called while there is no secret to sign with; whoever"
                    + " operates Postroad sets postroad.webhooks.secret (POSTROAD_WEBHOOKS_SECRET).");
        }
        return address;
    }

    private static URI parsed(String url) {
        try {
            URI address = URI.create(url);
            boolean safe = "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme()) && THIS_MACHINE.equals(address.getHost()));
            if (safe && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalArgumentException("'" + url
                + "' cannot be called; write an https address without a password, for example"
                + " https://crm.example.com/leads.");
    }
}
