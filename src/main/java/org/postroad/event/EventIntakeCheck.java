package org.postroad.event;

import java.util.List;
import java.util.Map;

/** A later package's look at events at the edge: what is odd about them, though not wrong. */
public interface EventIntakeCheck {

    /** Warnings by event id, each a sentence that says what was odd and what happens next; empty if all is well. */
    Map<String, String> warnings(List<Event> events);
}
