package org.postroad.track;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How outcomes are told and credited.
 *
 * @param attributionWindow how long after a click a purchase is still credited to the message
 * @param topics what people may subscribe to, with the words that the preference centre shows; {@code marketing} is
 *     always among them
 */
@ConfigurationProperties("postroad.track")
record TrackSettings(
        @DefaultValue("5d") Duration attributionWindow,
        @DefaultValue Map<String, String> topics) {}
