package org.postroad.equivalence;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One thing that happens in a {@link History}. */
sealed interface Happening {

    /** Time passes; what falls due on the way happens. */
    record TimePasses(Duration by) implements Happening {}

    /** Applications send events, all of them within one moment. */
    record EventsCome(List<SentEvent> events) implements Happening {}

    /** Somebody deploys a changed diagram. */
    record JourneyChanges(String journey, String find, String replacement) implements Happening {}

    record JourneyIsPaused(String journey) implements Happening {}

    record JourneyIsResumed(String journey) implements Happening {}

    /**
     * An event as an application sends it.
     *
     * @param late how long ago it happened; negative if the sender's clock is ahead
     * @param ofLatestMail whether it is about the last mail that this customer got, if there is one
     */
    record SentEvent(
            String id,
            String customerId,
            String type,
            Duration late,
            Map<String, Object> properties,
            boolean ofLatestMail) {}
}
