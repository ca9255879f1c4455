package org.postroad.predict.sendtime;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A mail as the model sees it: since when it waited for a response, how long, and whether one came. Clicks and opens by humans
 * count alike: both say when the customer reads.
 *
 * @param first the slot of the week in which it was sent; if that is not known, the one of the response
 * @param slots for how many further slots it was seen to wait, at most {@link MailAge#SLOTS} - 1
 * @param responded whether there was a response, in its last slot
 * @param sendKnown whether it is known when it was sent; if not, there was a response
 */
public record MailTrace(int first, int slots, boolean responded, boolean sendKnown) {

    /**
     * @param now until when it has been seen to wait
     * @param zone the customer's time zone
     * @return empty if it says nothing: sent after now, or without either moment
     */
    public static Optional<MailTrace> of(
            Optional<Instant> sentAt, Optional<Instant> respondedAt, Instant now, ZoneId zone) {
        Optional<Instant> response = respondedAt.filter(at -> !at.isAfter(now));
        if (sentAt.isEmpty()) {
            return response.map(at -> new MailTrace(WeekSlots.of(at, zone), 0, true, false));
        }
        Instant sent = sentAt.get();
        if (sent.isAfter(now)) {
            return Optional.empty();
        }
        long waited = slotSince1970(response.orElse(now)) - slotSince1970(sent);
        boolean inTime = response.isPresent() && waited >= 0 && waited < MailAge.SLOTS;
        int slots = (int) Math.max(0, Math.min(waited, MailAge.SLOTS - 1));
        return Optional.of(new MailTrace(WeekSlots.of(sent, zone), slots, inTime, true));
    }

    private static long slotSince1970(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 60L * WeekSlots.MINUTES);
    }

    /** The slot of the week in which the response came, or that in which it was last seen to wait. */
    int last() {
        return (first + slots) % WeekSlots.A_WEEK;
    }
}
