package org.postroad.customer;

import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Parses IANA time zone names and BCP 47 language tags. */
final class LocaleAndZoneParser {

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private LocaleAndZoneParser() {}

    /** The name, stripped; empty if it is no IANA time zone. */
    static Optional<String> zone(String name) {
        return Optional.of(name.strip()).filter(ZONES::contains);
    }

    /** The tag in canonical form, {@code en_US} as {@code en-US}; empty if it is ill-formed or has no language. */
    static Optional<String> locale(String tag) {
        try {
            Locale locale = new Locale.Builder()
                    .setLanguageTag(tag.strip().replace('_', '-'))
                    .build();
            return Optional.of(locale.toLanguageTag()).filter(known -> !known.startsWith("und"));
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
