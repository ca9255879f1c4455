package org.postroad.journey;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postroad.event.Event;

/**
 * The port to the process engine that runs journeys. Each call with a collection is one engine command, in the caller's
 * transaction.
 */
public interface JourneyEngine {

    /** The deployed journeys, each in its latest version. From memory, as {@link #enteredBy}. */
    List<Journey> journeys();

    /**
     * The running journeys that an event of this type begins. From memory: a change on this node counts at once, one on
     * another within a second.
     */
    List<Journey> enteredBy(String eventType);

    /** The running journeys that customers enter by matching an audience. From memory, as {@link #enteredBy}. */
    List<Journey> audiences();

    /**
     * Whether a step of any version with enrolments waits for events of this type now; a version that is deployed later may
     * wait for others. From memory, as {@link #enteredBy}.
     */
    boolean awaits(String eventType);

    /** Whether the event and its customer satisfy the journey's entry condition. False if the condition fails. */
    boolean admits(Journey journey, Event event);

    /** The faults of an expression that selects customers, a sentence each; empty if it is valid. */
    List<String> faultsIn(String segment);

    /** Those of the customers for whom an expression without {@linkplain #faultsIn faults} holds now. */
    Set<String> inSegment(Collection<String> customerIds, String segment);

    /**
     * Whether customers match the audiences of journeys now. An expression that fails is logged once for each version of
     * the journey.
     */
    AudienceMatches matches(Collection<Journey> journeys, Collection<String> customerIds);

    /**
     * Starts a process instance for each enrolment.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException if another node has just paused or removed the
     *     journey; roll back and try again
     */
    void start(Collection<Enrolment> enrolments);

    /**
     * Correlates events with the tokens that wait for them.
     *
     * @param events at most one of each customer
     */
    void correlate(List<Event> events);

    /** Deletes the process instances of these enrolments; an enrolment without one is skipped. */
    void end(Collection<UUID> enrolmentIds, String reason);

    /** Tries once more, soon, what failed and became an incident; nothing happens if that has been resolved meanwhile. */
    void retry(String job);

    /** The deployed versions of a journey, newest first; empty if there is no such journey. */
    List<JourneyVersion> versions(String journey);

    /** Suspends all versions of a journey and their enrolments: timers do not fire, events are kept for later. */
    void pause(String journey);

    /** Activates them again: enrolments first receive the events they missed, then overdue timers fire. */
    void resume(String journey);

    /** How many tokens wait now, by step id, in all versions together. */
    Map<String, Long> waitingBySteps(String journey);

    /** The diagram of the latest version. */
    Optional<String> bpmnXml(String journey);
}
