package org.postroad.journey.entry;

import org.postroad.event.Event;
import org.postroad.journey.JourneySettings;
import org.springframework.stereotype.Component;

/**
 * Applies {@link JourneySettings#maxEventAge}: events that were older when they were received move no enrolment, so that
 * imported history sends no mail. How long an event waited here to be processed does not matter.
 */
@Component
public final class EventAgeLimit {

    private final JourneySettings settings;

    EventAgeLimit(JourneySettings settings) {
        this.settings = settings;
    }

    public boolean allows(Event event) {
        return !event.occurredAt().isBefore(event.receivedAt().minus(settings.maxEventAge()));
    }
}
