package org.postroad.journey.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroad.customer.profile.RecentViews;
import org.postroad.event.Event;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.postroad.event.LineItem;
import org.postroad.journey.Enrolment;
import org.springframework.stereotype.Component;

/** What walks are about. */
@Component
final class EnrolmentTriggers {

    /** What was looked at shortly before entering belongs to what the journey is about. */
    private static final Duration BEFORE_ENTRY = Duration.ofDays(1);

    private static final int MOST_PRODUCTS = 6;

    private final EventLog events;
    private final RecentViews views;

    EnrolmentTriggers(EventLog events, RecentViews views) {
        this.events = events;
        this.views = views;
    }

    /** What brought the customer in; nothing if somebody began the walk by hand. */
    Optional<Event> eventOf(Enrolment walk) {
        return Optional.ofNullable(walk.triggerEventId()).flatMap(events::find);
    }

    /**
     * Products by id, foremost first: those of the order that brought the customer in; those of the cart as it is now, if
     * it was a cart; or the one that it was about, and what else of its category was looked at.
     */
    List<String> productsOf(Enrolment walk) {
        return eventOf(walk).stream()
                .flatMap(trigger -> productsOf(walk, trigger))
                .distinct()
                .limit(MOST_PRODUCTS)
                .toList();
    }

    private Stream<String> productsOf(Enrolment walk, Event trigger) {
        return trigger.text("productId")
                .map(product -> Stream.concat(Stream.of(product), alsoViewed(walk, product)))
                .orElseGet(() -> latest(trigger).items().stream().map(LineItem::productId));
    }

    private Stream<String> alsoViewed(Enrolment walk, String product) {
        return views
                .productsInCategoryOf(
                        walk.customerId(), product, walk.enteredAt().minus(BEFORE_ENTRY))
                .stream();
    }

    /** A cart is filled bit by bit; other events stay what they were. */
    private Event latest(Event trigger) {
        if (!trigger.is(EventType.CART_UPDATED)) {
            return trigger;
        }
        List<Event> carts = events.ofCustomer(trigger.customerId(), trigger.occurredAt(), EventType.CART_UPDATED);
        return carts.isEmpty() ? trigger : carts.get(carts.size() - 1);
    }
}
