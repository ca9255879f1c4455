package org.postroad.event.intake;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether the outside wants to hear of the events that Postroad itself makes. Then they are noted in {@code outcome} with
 * the statement that stores them, and stay there until {@code event.kafka} has handed them on.
 */
@Component
class OutcomePublishing {

    private final boolean wanted;

    OutcomePublishing(@Value("${postroad.kafka.bootstrap-servers:}") String kafka) {
        this.wanted = !kafka.isBlank();
    }

    boolean isEnabled() {
        return wanted;
    }
}
