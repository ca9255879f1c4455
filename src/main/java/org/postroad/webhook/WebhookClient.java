package org.postroad.webhook;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Makes calls: signed, each under its own key however often it is repeated, and following nobody elsewhere. */
@Component
class WebhookClient {

    private static final String HMAC = "HmacSHA256";

    private final WebhookAllowlist addresses;
    private final WebhookSettings settings;
    private final Clock clock;
    private final HttpClient client;

    WebhookClient(WebhookAllowlist addresses, WebhookSettings settings, Clock clock) {
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** A call under way. */
    record PendingResponse(QueuedWebhookCall call, CompletableFuture<? extends HttpResponse<?>> response) {}

    /** @throws IllegalArgumentException if its host is no longer listed */
    PendingResponse begin(QueuedWebhookCall call) {
        URI address = addresses.require(call.url());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Postroad")
                .header("Idempotency-Key", call.id().toString())
                .header("Postroad-Signature", "sha256=" + signature(call.body()))
                .POST(BodyPublishers.ofString(call.body()))
                .build();
        return new PendingResponse(call, client.sendAsync(request, BodyHandlers.discarding()));
    }

    /** Waits for the answer; the time for it counts from now, so that who answers drop by drop holds nobody up. */
    WebhookResult await(PendingResponse pendingResponse) {
        try {
            HttpResponse<?> response =
                    pendingResponse.response().get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return WebhookResult.of(response, clock.instant());
        } catch (TimeoutException e) {
            pendingResponse.response().cancel(true);
            return later("no answer in time");
        } catch (ExecutionException e) {
            return later(Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return later("interrupted");
        }
    }

    private static WebhookResult later(String why) {
        return new WebhookResult.RetryLater(why, Optional.empty());
    }

    private String signature(String body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            byte[] secret = Objects.requireNonNull(settings.secret()).getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(secret, HMAC));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot compute HMAC-SHA-256.", e);
        }
    }
}
