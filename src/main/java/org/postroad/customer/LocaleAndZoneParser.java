package org.postroad.customer;

import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where customers are: time zones by their IANA names, languages by BCP 47 tags. */
final class LocaleAndZoneParser {

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private LocaleAndZoneParser() {}

    static Optional<String> zone(String name) {
        return Optional.of(name.strip()).filter(ZONES::contains);
    }

    /** The tag, well-formed; {@code en_US} is understood as {@code en-US}. */
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
