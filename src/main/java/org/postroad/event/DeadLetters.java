package org.postroad.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * The events that no handler could process. They block nothing: later events of the same customers have been processed.
 * Once the reason is mended they can be tried again, and are then processed late.
 */
public interface DeadLetters {

    /** The latest, newest first. */
    List<DeadLetter> latest(int atMost);

    /** Puts all of them back into the inbox, and returns how many. */
    int retryAll();

    /** An event that could not be processed, and why. */
    @Schema(name = "SetAsideEvent")
    record DeadLetter(
            String id,
            String customerId,
            String type,
            Instant occurredAt,
            @JsonIgnore Instant receivedAt,
            String reason) {}
}
