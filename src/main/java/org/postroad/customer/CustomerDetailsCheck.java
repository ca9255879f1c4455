package org.postroad.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.postroad.event.Event;
import org.postroad.event.EventIntakeCheck;
import org.springframework.stereotype.Component;

/** Warns of details in events that cannot be taken over: the event is a fact, but an address may still be none. */
@Component
class CustomerDetailsCheck implements EventIntakeCheck {

    private static final Map<String, Function<String, Optional<String>>> READINGS = Map.of(
            "email", EmailAddress::parse, "locale", LocaleAndZoneParser::locale, "timeZone", LocaleAndZoneParser::zone);

    @Override
    public Map<String, String> warnings(List<Event> events) {
        Map<String, String> warnings = new HashMap<>();
        events.stream().filter(CustomerDetails::arePresentIn).forEach(event -> {
            List<String> unusable = unusable(event);
            if (!unusable.isEmpty()) {
                warnings.put(
                        event.id(),
                        "the event is kept, but of what it tells not this, which is not valid: "
                                + String.join(", ", unusable));
            }
        });
        return warnings;
    }

    private static List<String> unusable(Event event) {
        List<String> unusable = new ArrayList<>();
        READINGS.forEach((field, reading) -> event.text(field)
                .filter(text -> reading.apply(text).isEmpty())
                .ifPresent(text -> unusable.add(field + " '" + text + "'")));
        return unusable;
    }
}
