package org.postroad.event.intake;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether Postroad's own events are published to Kafka. If so, the statement that stores them also adds them to the table
 * {@code outcome}, where they stay until {@code event.kafka} has published them.
 */
@Component
class OutcomePublishing {

    private final boolean enabled;

    OutcomePublishing(@Value("${postroad.kafka.bootstrap-servers:}") String kafka) {
        this.enabled = !kafka.isBlank();
    }

    boolean isEnabled() {
        return enabled;
    }
}
