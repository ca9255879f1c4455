package org.postroad.customer.profile;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail to a customer and when a human first opened or clicked it; at least one of the moments is there. To the minute.
 *
 * @param sentAt empty if only the response is known, as when an earlier provider's clicks were imported without its mails
 * @param respondedAt empty if nothing came back
 */
public record PastMail(Optional<Instant> sentAt, Optional<Instant> respondedAt) {}
