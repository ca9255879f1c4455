package org.postroad.compose;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order for a letter.
 *
 * @param content which template, as {@code journey/name}
 * @param decisionId the decision whose offer the letter carries; null for none
 * @param productIds what the journey is about, foremost first
 */
public record Commission(
        UUID messageId,
        String content,
        String customerId,
        @Nullable UUID decisionId,
        List<String> productIds) {}
