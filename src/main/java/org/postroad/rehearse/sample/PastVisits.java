package org.postroad.rehearse.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postroad.event.Event;
import org.postroad.event.EventType;

/** The visits to the shop that a customer's past tells of. */
final class PastVisits {

    /** A pause from which on the next thing done counts as another visit. */
    private static final Duration PAUSE = Duration.ofMinutes(30);

    /** A visit that begins so soon after a click was brought about by the mail. */
    private static final Duration AFTER_CLICK = Duration.ofHours(1);

    private static final Set<String> DONE_IN_THE_SHOP = Set.of(
            EventType.PRODUCT_VIEWED,
            EventType.SEARCHED,
            EventType.ARTICLE_READ,
            EventType.CART_UPDATED,
            EventType.CHECKOUT_STARTED,
            EventType.PURCHASED);

    private PastVisits() {}

    /**
     * A visit.
     *
     * @param bought whether it held an order
     */
    record PastVisit(Instant start, boolean bought) {}

    /** Those that no mail brought about, in order. */
    static List<PastVisit> of(List<Event> past, Instant since) {
        List<PastVisit> visits = new ArrayList<>();
        Instant clicked = Instant.EPOCH;
        Instant last = Instant.EPOCH;
        boolean counts = false;
        for (Event event : past) {
            Instant at = event.occurredAt();
            if (event.is(EventType.EMAIL_CLICKED)) {
                clicked = at;
            } else if (DONE_IN_THE_SHOP.contains(event.type()) && at.isAfter(since)) {
                if (at.isAfter(last.plus(PAUSE))) {
                    counts = at.isAfter(clicked.plus(AFTER_CLICK));
                    if (counts) {
                        visits.add(new PastVisit(at, false));
                    }
                }
                if (counts && event.is(EventType.PURCHASED)) {
                    visits.set(
                            visits.size() - 1,
                            new PastVisit(visits.get(visits.size() - 1).start(), true));
                }
                last = at;
            }
        }
        return visits;
    }
}
