/**
 * One customer's story: events, walks, steps, decisions and mails in the order in which they happened, each with a
 * sentence that a marketer understands. Start at {@link org.postroad.report.timeline.Timelines}.
 *
 * <p>Uses {@code event} and {@code catalog}, for their words.
 */
@NullMarked
package org.postroad.report.timeline;

import org.jspecify.annotations.NullMarked;
