package org.postroad.event;

import java.util.List;
import java.util.Map;

/** Checks events at the intake for what is odd, though not wrong. Implemented by packages that use this one. */
public interface EventIntakeCheck {

    /** Warnings by event id, each a sentence that says what is odd and what happens next; empty if nothing is. */
    Map<String, String> warnings(List<Event> events);
}
