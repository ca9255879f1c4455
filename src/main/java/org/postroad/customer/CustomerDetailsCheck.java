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

/** Warns of invalid details in an event, such as an e-mail address that is none. The event itself is accepted. */
@Component
class CustomerDetailsCheck implements EventIntakeCheck {

    private static final Map<String, Function<String, Optional<String>>> PARSERS = Map.of(
            "email", EmailAddress::parse, "locale", LocaleAndZoneParser::locale, "timeZone", LocaleAndZoneParser::zone);

    @Override
    public Map<String, String> warnings(List<Event> events) {
        Map<String, String> warnings = new HashMap<>();
        events.stream().filter(CustomerDetails::arePresentIn).forEach(event -> {
            List<String> invalid = invalid(event);
            if (!invalid.isEmpty()) {
                warnings.put(
                        event.id(),
                        "the event is kept, but of what it tells not this, which is not valid: "
                                + String.join(", ", invalid));
            }
        });
        return warnings;
    }

    private static List<String> invalid(Event event) {
        List<String> invalid = new ArrayList<>();
        PARSERS.forEach((field, parser) -> event.text(field)
                .filter(text -> parser.apply(text).isEmpty())
                .ifPresent(text -> invalid.add(field + " '" + text + "'")));
        return invalid;
    }
}
