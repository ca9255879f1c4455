package org.postroad.event;

import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are taken in, processed and kept.
 *
 * @param batchSize how many events are processed in one transaction; four times as many while there is a backlog
 * @param lanes how many batches are processed at the same time on this node, at most 16; each uses a processor and a
 *     connection
 * @param mostWaiting while more events than this wait, {@code POST /api/events} refuses new ones
 * @param keepFor how long events are kept after they were received, in whole months; empty: for ever
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
