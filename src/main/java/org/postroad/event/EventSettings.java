package org.postroad.event;

import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events come in and are handed on.
 *
 * @param batchSize how many events the road acts on in one transaction; four times as many while it works off a backlog
 * @param lanes how many batches act at the same time on this node; each uses a processor and a connection
 * @param mostWaiting while more events than this wait for the road, {@code POST /api/events} takes no more
 * @param keepFor how long events are kept, by when they were received, in whole months; empty: for ever
 * @param futureTolerance how far a sender's clock may run ahead before its events are refused
 */
@ConfigurationProperties("postroad.event")
public record EventSettings(
        @DefaultValue("500") int batchSize,
        @DefaultValue("2") int lanes,
        @DefaultValue("1000000") long mostWaiting,
        @Nullable Period keepFor,
        @DefaultValue("PT5M") Duration futureTolerance) {

    public EventSettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException("postroad.event.batch-size must be at least 1, but is " + batchSize);
        }
        if (lanes < 1) {
            throw new IllegalArgumentException("postroad.event.lanes must be at least 1, but is " + lanes);
        }
    }
}
