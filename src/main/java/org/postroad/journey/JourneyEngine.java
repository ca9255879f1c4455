package org.postroad.journey;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postroad.event.Event;

/** What Postroad needs of a process engine; a batch is one engine command in the caller's transaction. */
public interface JourneyEngine {

    /** The journeys that are deployed, in their latest version. */
    List<Journey> journeys();

    /** Whether the event and the customer satisfy the entry condition of the journey. */
    boolean admits(Journey journey, Event event);

    /** What is wrong with an expression that is to pick customers, a sentence each; empty if it can be asked. */
    List<String> faultsIn(String segment);

    /** Whether such an expression, of which {@link #faultsIn} found nothing wrong, holds for a customer now. */
    boolean matchesSegment(String customerId, String segment);

    /**
     * Whether customers match the audiences of journeys now: by journey key, then by customer id. A customer is absent
     * where the expression fails, which is logged once for each version of the journey.
     */
    Map<String, Map<String, Boolean>> matches(Collection<Journey> journeys, Collection<String> customerIds);

    /** Puts a token at the start of each enrolment's journey. */
    void start(Collection<Enrolment> enrolments);

    /** Moves every token that waits for one of these events; at most one event of each customer. */
    void correlate(List<Event> events);

    /** Ends these enrolments wherever they are. */
    void end(Collection<UUID> enrolmentIds, String reason);

    /** The deployed versions of a journey, newest first; empty if there is no such journey. */
    List<JourneyVersion> versions(String journey);

    /** Suspends all versions of a journey and their enrolments: timers do not fire, events are kept for later. */
    void pause(String journey);

    /** Activates them again: enrolments first receive the events they missed, then overdue timers fire. */
    void resume(String journey);

    /** How many tokens wait at each step now, all versions together. */
    Map<String, Long> waitingBySteps(String journey);

    /** The diagram, as drawn. */
    Optional<String> bpmnXml(String journey);
}
