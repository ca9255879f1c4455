package org.postroad.journey.entry;

import java.time.Clock;
import org.postroad.event.Event;
import org.postroad.journey.JourneySettings;
import org.springframework.stereotype.Component;

/** Applies {@link JourneySettings#maxEventAge}: older events move no enrolment, so that imported history sends no mail. */
@Component
public final class EventAgeLimit {

    private final Clock clock;
    private final JourneySettings settings;

    EventAgeLimit(Clock clock, JourneySettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    public boolean allows(Event event) {
        return !event.occurredAt().isBefore(clock.instant().minus(settings.maxEventAge()));
    }
}
