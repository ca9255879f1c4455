package org.postroad.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.consent.Consent;
import org.postroad.event.EventSettings;
import org.postroad.json.BadInput;
import org.postroad.json.JsonFields;
import org.springframework.stereotype.Component;

/** Parses and validates a customer as an application writes it. Unknown fields become attributes. */
@Component
class CustomerReader {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 5_000;

    private final Clock clock;
    private final Duration tolerance;

    CustomerReader(Clock clock, EventSettings settings) {
        this.clock = clock;
        this.tolerance = settings.futureTolerance();
    }

    /** @param consents by topic */
    record CustomerInput(CustomerDetails details, Map<String, Consent> consents) {}

    CustomerInput read(JsonFields fields) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, Consent> consents = consents(fields, now);
        return new CustomerInput(details(fields, now), consents);
    }

    private static CustomerDetails details(JsonFields fields, Instant now) {
        return new CustomerDetails(
                fields.requiredText("id", LONGEST_ID),
                now,
                valid(fields, "email", EmailAddress::parse, "a mail address such as sarah@example.com"),
                fields.text("firstName", LONGEST_NAME).orElse(null),
                fields.text("lastName", LONGEST_NAME).orElse(null),
                valid(fields, "locale", LocaleAndZoneParser::locale, "a language tag such as en-US"),
                valid(fields, "timeZone", LocaleAndZoneParser::zone, "an IANA time zone such as America/New_York"),
                fields.withUnreadFields("attributes").values());
    }

    private static @Nullable String valid(
            JsonFields fields, String name, Function<String, Optional<String>> parser, String expected) {
        return fields.text(name, LONGEST_TEXT)
                .map(text -> parser.apply(text)
                        .orElseThrow(() -> new BadInput(name + " must be " + expected + ", but is '" + text + "'")))
                .orElse(null);
    }

    private Map<String, Consent> consents(JsonFields fields, Instant now) {
        Map<String, Consent> consents = new LinkedHashMap<>();
        fields.object("consents")
                .ifPresent(topics -> topics.names()
                        .forEach(topic -> topics.object(topic)
                                .ifPresent(consent -> consents.put(topic, consent(topic, consent, now)))));
        return consents;
    }

    private Consent consent(String topic, JsonFields consent, Instant now) {
        Instant at = consent.instant("at").orElse(now);
        if (at.isAfter(now.plus(tolerance))) {
            throw new BadInput(
                    "consents." + topic + ".at lies in the future: " + at + ", while it is " + now + " here");
        }
        return new Consent(
                consent.bool("granted").orElseThrow(() -> new BadInput("consents." + topic + ".granted is missing")),
                at.isAfter(now) ? now : at, // of a clock that runs fast
                consent.text("source", LONGEST_TEXT).orElse(null),
                consent.text("text", LONGEST_TEXT).orElse(null));
    }
}
