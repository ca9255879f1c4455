package org.postroad.track;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postroad.event.Event;
import org.postroad.event.EventHandler;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.postroad.track.Conversion.Basis;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Credits purchases to messages: to the message whose personal code was used, else to the one that was clicked last within
 * {@code postroad.track.attribution-window}. Opens and returns do not count. Attribution is not causation: only a comparison
 * with the holdout shows what messages cause.
 */
@Component
@Order(EventHandler.TRACK)
class Attribution implements EventHandler {

    private final TrackedMessages messages;
    private final Conversions conversions;
    private final EventLog log;
    private final TrackSettings settings;

    Attribution(TrackedMessages messages, Conversions conversions, EventLog log, TrackSettings settings) {
        this.messages = messages;
        this.conversions = conversions;
        this.log = log;
        this.settings = settings;
    }

    @Override
    public void handle(List<Event> batch) {
        List<TrackedMessages.Sent> sent =
                batch.stream().flatMap(event -> sent(event).stream()).toList();
        if (!sent.isEmpty()) {
            messages.markSent(sent);
        }
        List<Event> purchases = batch.stream().filter(Attribution::isPurchase).toList();
        if (!purchases.isEmpty()) {
            Set<String> mailed = messages.customersMailed(customersOf(purchases));
            purchases.stream()
                    .filter(purchase -> mailed.contains(purchase.customerId()))
                    .forEach(this::credit);
        }
    }

    private static Optional<TrackedMessages.Sent> sent(Event event) {
        return event.is(EventType.EMAIL_SENT)
                ? messageOf(event).map(id -> new TrackedMessages.Sent(id, event.customerId(), event.occurredAt()))
                : Optional.empty();
    }

    private static boolean isPurchase(Event event) {
        return event.is(EventType.PURCHASED) && Conversion.revenue(event).signum() > 0;
    }

    private static Set<String> customersOf(List<Event> events) {
        return events.stream().map(Event::customerId).collect(Collectors.toSet());
    }

    private void credit(Event purchase) {
        byCode(purchase)
                .map(message -> Conversion.of(purchase, message, Basis.CODE))
                .or(() -> byClick(purchase).map(message -> Conversion.of(purchase, message, Basis.CLICK)))
                .ifPresent(conversions::add);
    }

    private Optional<TrackedMessage> byCode(Event purchase) {
        return purchase.text("discountCode")
                .flatMap(code -> messages.latestWithCode(code, purchase.customerId(), purchase.occurredAt()));
    }

    private Optional<TrackedMessage> byClick(Event purchase) {
        Instant since = purchase.occurredAt().minus(settings.attributionWindow());
        return log.ofCustomer(purchase.customerId(), since, EventType.EMAIL_CLICKED).stream()
                .filter(click -> !click.occurredAt().isAfter(purchase.occurredAt()))
                .flatMap(click -> messageOf(click).stream())
                .reduce((earlier, later) -> later)
                .flatMap(messages::find);
    }

    /** Empty for imported history: the ids of an earlier provider are not ours. */
    private static Optional<UUID> messageOf(Event event) {
        try {
            return event.text("messageId").map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
