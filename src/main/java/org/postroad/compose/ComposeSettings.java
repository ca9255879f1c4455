package org.postroad.compose;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters are composed.
 *
 * @param contentLocation a folder with your own contents; the shipped contents supply what it lacks
 * @param locale for prices and dates of customers without a locale
 * @param timeout how long one letter may take to render before it is refused
 */
@ConfigurationProperties("postroad.compose")
public record ComposeSettings(
        @Nullable Path contentLocation,
        @DefaultValue("en-US") Locale locale,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue Sender sender) {

    /**
     * The sender. Most countries require name and postal address in every commercial mail, so letters are refused while
     * either is missing.
     *
     * @param postalAddress its lines
     * @param website the target of the link on the sender's name
     */
    record Sender(
            @DefaultValue("") String name,
            @DefaultValue List<String> postalAddress,
            @Nullable String website) {}
}
