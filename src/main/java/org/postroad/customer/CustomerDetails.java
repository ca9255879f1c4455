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
 * What was told about a customer: by an application, or in a {@code signed_up} or {@code profile_changed} event. What an
 * event tells that is not usable (an address that is none) is left out; the sender was warned when the event came in.
 *
 * @param at when it was told: newer replaces older, older only fills gaps
 * @param attributes all other properties; a blank one is no longer known
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
        Map<String, Object> others = new HashMap<>(event.properties());
        FIELDS.forEach(others::remove);
        return new CustomerDetails(
                event.customerId(),
                event.occurredAt(),
                usable(event, "email", EmailAddress::parse),
                event.text("firstName").orElse(null),
                event.text("lastName").orElse(null),
                usable(event, "locale", LocaleAndZoneParser::locale),
                usable(event, "timeZone", LocaleAndZoneParser::zone),
                others);
    }

    private static @Nullable String usable(Event event, String field, Function<String, Optional<String>> reading) {
        return event.text(field).flatMap(reading).orElse(null);
    }
}
