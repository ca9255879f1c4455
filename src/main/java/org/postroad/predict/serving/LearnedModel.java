package org.postroad.predict.serving;

import java.time.Instant;

/**
 * A model and when it was learned.
 *
 * @param model immutable
 * @param validUntil when it is learned again
 */
record LearnedModel<T>(T model, Instant learnedAt, Instant validUntil) {}
