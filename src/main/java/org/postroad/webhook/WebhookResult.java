package org.postroad.webhook;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What one attempt to call came to. */
sealed interface WebhookResult {

    /** 2xx. */
    record Accepted(int status) implements WebhookResult {}

    /** Worth another try: 408, 425, 429, 5xx, or no answer. */
    record RetryLater(String why, Optional<Instant> notBefore) implements WebhookResult {}

    /** Anything else; a redirect too, for it could lead to a host that is not listed. */
    record Rejected(String why) implements WebhookResult {}

    static WebhookResult of(HttpResponse<?> response, Instant now) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Accepted(status);
        }
        boolean later = status >= 500 || status == 408 || status == 425 || status == 429;
        return later ? new RetryLater("status " + status, retryAfter(response, now)) : new Rejected("status " + status);
    }

    /** Seconds, or a date (RFC 9110, 10.2.3). */
    private static Optional<Instant> retryAfter(HttpResponse<?> response, Instant now) {
        return response.headers().firstValue("Retry-After").flatMap(value -> moment(value.strip(), now));
    }

    private static Optional<Instant> moment(String value, Instant now) {
        try {
            return Optional.of(
                    value.matches("\\d{1,7}")
                            ? now.plusSeconds(Long.parseLong(value))
                            : ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
