package org.postroad.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What became of a batch of events.
 *
 * @param accepted stored now
 * @param duplicates known by their id already; nothing was changed
 * @param rejected refused, each with a reason; the others are not affected
 * @param warnings accepted, but with something odd about them
 */
public record Receipt(
        int accepted,
        int duplicates,
        List<Remark> rejected,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Remark> warnings) {

    /**
     * A sentence about one event.
     *
     * @param index its place in the batch, from 0
     */
    public record Remark(int index, String reason) {}
}
