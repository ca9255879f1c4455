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

/** The event that began an enrolment, and the products that its mail is about. */
@Component
final class EnrolmentTriggers {

    /** Views count from this long before the entry. */
    private static final Duration VIEWS_BEFORE_ENTRY = Duration.ofDays(1);

    private static final int MAX_PRODUCTS = 6;

    private final EventLog events;
    private final RecentViews views;

    EnrolmentTriggers(EventLog events, RecentViews views) {
        this.events = events;
        this.views = views;
    }

    /** The trigger event; empty if somebody began the enrolment without an event. */
    Optional<Event> eventOf(Enrolment enrolment) {
        return Optional.ofNullable(enrolment.triggerEventId()).flatMap(events::find);
    }

    /**
     * The ids of up to six products, the most relevant first. If the trigger names one product: that and others of its
     * category that the customer viewed. If it is a cart: the items of the latest cart. Otherwise the trigger's items.
     */
    List<String> productsOf(Enrolment enrolment) {
        return productsOf(enrolment, eventOf(enrolment));
    }

    /** As {@link #productsOf(Enrolment)}, for a caller that has the trigger at hand. */
    List<String> productsOf(Enrolment enrolment, Optional<Event> triggerEvent) {
        return triggerEvent.stream()
                .flatMap(trigger -> productsOf(enrolment, trigger))
                .distinct()
                .limit(MAX_PRODUCTS)
                .toList();
    }

    private Stream<String> productsOf(Enrolment enrolment, Event trigger) {
        return trigger.text("productId")
                .map(product -> Stream.concat(Stream.of(product), alsoViewed(enrolment, product)))
                .orElseGet(() -> latest(trigger).items().stream().map(LineItem::productId));
    }

    private Stream<String> alsoViewed(Enrolment enrolment, String product) {
        return views
                .productsInCategoryOf(
                        enrolment.customerId(), product, enrolment.enteredAt().minus(VIEWS_BEFORE_ENTRY))
                .stream();
    }

    /** The customer's latest cart if the trigger is a cart; otherwise the trigger. */
    private Event latest(Event trigger) {
        if (!trigger.is(EventType.CART_UPDATED)) {
            return trigger;
        }
        List<Event> carts = events.ofCustomer(trigger.customerId(), trigger.occurredAt(), EventType.CART_UPDATED);
        return carts.isEmpty() ? trigger : carts.get(carts.size() - 1);
    }
}
