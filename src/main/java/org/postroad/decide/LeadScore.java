package org.postroad.decide;

import org.jspecify.annotations.Nullable;

/** How promising a lead is: business rules that marketers write. */
public interface LeadScore {

    /** Points, 0 or more. Rules that cannot be applied give 0, and the log says why. */
    long of(Lead lead);

    /**
     * What is known of a person who may buy for a company; null while unknown.
     *
     * @param companySize the number of people in the company
     * @param talkRequested whether the person asked for a talk in the last 90 days
     * @param mailsClicked the number of clicks in the last 30 days
     * @param articlesRead the number of articles read in the last 30 days
     * @param eventsAttended the number of events attended in the last 365 days
     * @param seenLately whether the person did anything in the last 60 days
     * @param outlook what is learned of the person as a customer; asked only what a rule asks
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
            boolean seenLately,
            Outlook outlook) {}
}
