package org.postroad.compose;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters are written.
 *
 * @param contentLocation a folder with contents of your own; what it lacks is taken from those that Postroad brings
 * @param locale for prices and dates of customers who have none
 * @param timeout how long one letter may take to render before it is refused
 */
@ConfigurationProperties("postroad.compose")
public record ComposeSettings(
        @Nullable Path contentLocation,
        @DefaultValue("en-US") Locale locale,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue Sender sender) {

    /**
     * Who writes. The law of most countries wants name and postal address in every commercial mail, so letters are
     * refused while either is missing.
     *
     * @param postalAddress its lines
     * @param website where the sender's name leads
     */
    record Sender(
            @DefaultValue("") String name,
            @DefaultValue List<String> postalAddress,
            @Nullable String website) {}
}
