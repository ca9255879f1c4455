package org.postroad.rehearse.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.shop.PersonTraits;

/** The visits to the shop that a customer's past tells of. */
final class PastVisits {

    /** A pause from which on the next thing done counts as another visit. */
    private static final Duration PAUSE = Duration.ofMinutes(30);

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
     * @param orders that it held
     */
    record PastVisit(Instant start, List<Event> orders) {}

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
                    counts = at.isAfter(clicked.plus(PersonTraits.LED_BY_A_CLICK));
                    if (counts) {
                        visits.add(new PastVisit(at, new ArrayList<>()));
                    }
                }
                if (counts && event.is(EventType.PURCHASED)) {
                    visits.get(visits.size() - 1).orders().add(event);
                }
                last = at;
            }
        }
        return visits;
    }
}
