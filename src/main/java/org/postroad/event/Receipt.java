package org.postroad.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The result of submitting a batch of events.
 *
 * @param accepted how many were stored
 * @param duplicates how many were known by their id already, with the same content; nothing was changed
 * @param rejected those refused, each with a reason, such as an id that is known with another content; the others are not
 *     affected
 * @param warnings those accepted although something about them is odd
 */
public record Receipt(
        int accepted,
        int duplicates,
        List<Remark> rejected,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Remark> warnings) {

    /**
     * A sentence about one event.
     *
     * @param index its index in the batch, from 0
     */
    public record Remark(int index, String reason) {}
}
