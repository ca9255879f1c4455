package org.postroad.track;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Attribution and topics.
 *
 * @param attributionWindow how long after a click a purchase is credited to the message
 * @param topics that customers may subscribe to, with the wording in the preference centre; {@code marketing} is always one
 */
@ConfigurationProperties("postroad.track")
record TrackSettings(
        @DefaultValue("5d") Duration attributionWindow,
        @DefaultValue Map<String, String> topics) {}
