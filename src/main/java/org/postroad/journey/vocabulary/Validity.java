package org.postroad.journey.vocabulary;

import java.time.Instant;

/**
 * Until when the words that expressions have used keep their values unless an event changes the customer. Each word that
 * depends on the time narrows it when it is used. Not thread-safe.
 */
public final class Validity {

    private Instant until = Instant.MAX;

    void endsAt(Instant moment) {
        until = moment.isBefore(until) ? moment : until;
    }

    /** A word was used of which nobody can say when its value changes. */
    void isUnknown() {
        until = Instant.MIN;
    }

    /** {@link Instant#MAX} if time changes nothing, {@link Instant#MIN} if it may change the values at any moment. */
    public Instant until() {
        return until;
    }
}
