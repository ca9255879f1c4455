package org.postroad.customer;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;
import org.postroad.event.EventType;

/**
 * Details of a customer from an application, or from a {@code signed_up} or {@code profile_changed} event. Invalid values
 * in an event are omitted; {@link CustomerDetailsCheck} warned the sender when the event was accepted.
 *
 * @param at newer details replace older ones, older ones only fill gaps
 * @param attributes all other properties; a blank text removes an attribute
 */
record CustomerDetails(
        String customerId,
        Instant at,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String locale,
        @Nullable String timeZone,
        Map<String, Object> attributes) {

    private static final List<String> FIELDS = List.of("email", "firstName", "lastName", "locale", "timeZone");

    static List<CustomerDetails> fromEvents(List<Event> batch) {
        return batch.stream()
                .filter(CustomerDetails::arePresentIn)
                .map(CustomerDetails::from)
                .toList();
    }

    static boolean arePresentIn(Event event) {
        return event.is(EventType.SIGNED_UP) || event.is(EventType.PROFILE_CHANGED);
    }

    private static CustomerDetails from(Event event) {
        Map<String, Object> attributes = new HashMap<>(event.properties());
        FIELDS.forEach(attributes::remove);
        return new CustomerDetails(
                event.customerId(),
                event.occurredAt(),
                valid(event, "email", EmailAddress::parse),
                event.text("firstName").orElse(null),
                event.text("lastName").orElse(null),
                valid(event, "locale", LocaleAndZoneParser::locale),
                valid(event, "timeZone", LocaleAndZoneParser::zone),
                attributes);
    }

    private static @Nullable String valid(Event event, String field, Function<String, Optional<String>> parser) {
        return event.text(field).flatMap(parser).orElse(null);
    }
}
