package org.postroad.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events come in and are handed on.
 *
 * @param batchSize how many events the road acts on in one transaction; four times as many while it works off a backlog
 * @param futureTolerance how far a sender's clock may run ahead before its events are refused
 */
@ConfigurationProperties("postroad.event")
record EventSettings(
        @DefaultValue("500") int batchSize,
        @DefaultValue("PT5M") Duration futureTolerance) {

    EventSettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException("postroad.event.batch-size must be at least 1, but is " + batchSize);
        }
    }
}
