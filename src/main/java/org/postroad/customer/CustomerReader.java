package org.postroad.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.consent.Consent;
import org.postroad.json.BadInput;
import org.postroad.json.JsonFields;
import org.springframework.stereotype.Component;

/** Reads a customer as an application writes it; what it does not know is kept as an attribute. */
@Component
class CustomerReader {

    /** Senders' clocks may be a little fast. */
    private static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 5_000;

    private final Clock clock;

    CustomerReader(Clock clock) {
        this.clock = clock;
    }

    /** What was written: the details, and what the customer said about mail by topic. */
    record CustomerInput(CustomerDetails details, Map<String, Consent> consents) {}

    CustomerInput read(JsonFields jsonFields) {
        Map<String, Consent> consents = consents(jsonFields);
        return new CustomerInput(details(jsonFields), consents);
    }

    private CustomerDetails details(JsonFields jsonFields) {
        return new CustomerDetails(
                jsonFields.requiredText("id", LONGEST_ID),
                clock.instant(),
                valid(jsonFields, "email", EmailAddress::parse, "a mail address such as sarah@example.com"),
                jsonFields.text("firstName", LONGEST_NAME).orElse(null),
                jsonFields.text("lastName", LONGEST_NAME).orElse(null),
                valid(jsonFields, "locale", LocaleAndZoneParser::locale, "a language tag such as en-US"),
                valid(jsonFields, "timeZone", LocaleAndZoneParser::zone, "an IANA time zone such as America/New_York"),
                jsonFields.withUnreadFields("attributes").values());
    }

    private static @Nullable String valid(
            JsonFields jsonFields, String name, Function<String, Optional<String>> reading, String wanted) {
        return jsonFields
                .text(name, LONGEST_TEXT)
                .map(text -> reading.apply(text)
                        .orElseThrow(() -> new BadInput(name + " must be " + wanted + ", but is '" + text + "'")))
                .orElse(null);
    }

    private Map<String, Consent> consents(JsonFields jsonFields) {
        Map<String, Consent> consents = new LinkedHashMap<>();
        jsonFields
                .object("consents")
                .ifPresent(topics -> topics.names()
                        .forEach(topic -> topics.object(topic)
                                .ifPresent(consent -> consents.put(topic, consent(topic, consent)))));
        return consents;
    }

    private Consent consent(String topic, JsonFields consent) {
        Instant now = clock.instant();
        Instant at = consent.instant("at").orElse(now);
        if (at.isAfter(now.plus(FUTURE_TOLERANCE))) {
            throw new BadInput(
                    "consents." + topic + ".at lies in the future: " + at + ", while it is " + now + " here");
        }
        return new Consent(
                consent.bool("granted").orElseThrow(() -> new BadInput("consents." + topic + ".granted is missing")),
                at,
                consent.text("source", LONGEST_TEXT).orElse(null),
                consent.text("text", LONGEST_TEXT).orElse(null));
    }
}
