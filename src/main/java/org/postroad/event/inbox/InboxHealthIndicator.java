package org.postroad.event.inbox;

import java.time.Duration;
import org.postroad.event.inbox.InboxLevel.Level;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How many events wait, and whether the oldest waits for too long. Never "down": all nodes share the inbox, and a node
 * that takes events in is of use even while none can process them.
 */
@Component("eventInbox")
class InboxHealthIndicator implements HealthIndicator {

    /** A status of its own: does not make the whole application unhealthy. */
    private static final String TROUBLED = "TROUBLED";

    private static final Duration TOO_LONG = Duration.ofMinutes(1);

    private final InboxLevel inbox;

    InboxHealthIndicator(InboxLevel inbox) {
        this.inbox = inbox;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        inbox.latest().ifPresent(level -> describe(level, health));
        return health.build();
    }

    private void describe(Level level, Health.Builder health) {
        Duration age = inbox.age(level);
        health.withDetail("waiting", level.waiting())
                .withDetail("oldestSeconds", age.toSeconds())
                .withDetail("setAside", level.deadLetters());
        if (age.compareTo(TOO_LONG) > 0) {
            health.status(TROUBLED)
                    .withDetail(
                            "problem",
                            "Events have waited for more than a minute: they are processed more slowly than they come in, or not at all."
                                    + " The component \"background\" and the log say why.");
        }
    }
}
