package org.postroad.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something that a customer did, or that happened to a message. Events are facts: stored once, never changed.
 *
 * @param id the sender's idempotency key: the same id of the same sender is the same event; once stored {@code sender:key},
 *     without a sender if this installation made or imported the event
 * @param customerId whose event it is
 * @param type past tense, snake_case; see {@link EventType} for those that Postroad knows
 * @param occurredAt when it happened, which may be long before it was received, and is never after it
 * @param properties JSON values: strings, numbers, booleans, lists and maps of these; never null
 * @param receivedAt when Postroad stored it: how fresh it is does not depend on how long it waits to be processed
 */
public record Event(
        String id,
        String customerId,
        String type,
        Instant occurredAt,
        Map<String, Object> properties,
        @JsonIgnore Instant receivedAt) {

    /** An event that is received as it happens; the intake stores the time of receipt. */
    public Event(String id, String customerId, String type, Instant occurredAt, Map<String, Object> properties) {
        this(id, customerId, type, occurredAt, properties, occurredAt);
    }

    public boolean is(String other) {
        return type.equals(other);
    }

    /** The property as text, if it is there and is a string. */
    public Optional<String> text(String property) {
        return Optional.ofNullable(properties.get(property))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** The property as a number, if it is there and is one. */
    public OptionalDouble number(String property) {
        return properties.get(property) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** The property as an exact decimal, just as it was written, if it is there and is a number. */
    public Optional<BigDecimal> decimal(String property) {
        return properties.get(property) instanceof Number number
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.empty();
    }

    /** The exact amount of a cart or an order: its {@code total}, or the sum of its items if there is none. */
    public BigDecimal amount() {
        return decimal("total")
                .orElseGet(() -> items().stream().map(LineItem::exactAmount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The lines of a cart or an order: {@code items[{productId, quantity, price}]}; empty for other events. */
    public List<LineItem> items() {
        return LineItem.listFrom(properties.get("items"));
    }
}
