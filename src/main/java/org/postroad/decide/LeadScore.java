package org.postroad.decide;

import org.jspecify.annotations.Nullable;

/** How promising a lead is: business rules that a marketer writes and reads. */
public interface LeadScore {

    /** Points, 0 or more. Always answers: rules that cannot be applied give 0, and the log says why. */
    long of(Lead lead);

    /**
     * What is known of somebody who may buy for a company. What they told is null while unknown.
     *
     * @param companySize people in the company
     * @param talkRequested whether they asked to talk to us in the last 90 days
     * @param mailsClicked in the last 30 days
     * @param articlesRead in the last 30 days
     * @param eventsAttended in the last 365 days
     * @param seenLately whether they did anything in the last 60 days
     */
    record Lead(
            @Nullable String role,
            @Nullable String industry,
            @Nullable Double companySize,
            @Nullable String stage,
            boolean talkRequested,
            long mailsClicked,
            long articlesRead,
            long eventsAttended,
            boolean seenLately) {}
}
