package org.postroad.journey.migration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postroad.journey.JourneyEngine;

/** The port to the process engine for migrations, beside {@link JourneyEngine}. */
public interface MigrationEngine {

    /** The steps of a version where enrolments can wait, and the events that gateways wait for. */
    List<WaitState> waitStates(String journey, int version);

    /** The engine's objections to instructions, a sentence each, for the person who draws journeys. */
    List<String> objections(MigrationInstructions instructions);

    /** All enrolments in a version. */
    List<EnrolmentRef> enrolments(String journey, int version);

    /** The running timers of a version, summed up by step. */
    List<TimerSpan> timers(String journey, int version);

    /** A sample of the enrolments in a version: for each step, those that have waited there longest and shortest. */
    List<UUID> sample(String journey, int version);

    /** The running timers of these enrolments. */
    List<EnrolmentTimer> timersOf(Collection<UUID> enrolmentIds);

    /**
     * Migrates enrolments, in one engine command in the caller's transaction. The caller holds the shard locks of the
     * customers.
     *
     * @return the outcome of each; {@link MoveOutcome#LEFT} for an enrolment that is not in the old version any more. An
     *     enrolment that is moving between two steps just now is absent: retry it a moment later
     * @throws EnrolmentMigrationException if one of them cannot be migrated; roll back, and bisect to find out which
     */
    Map<UUID, MoveOutcome> migrate(MigrationInstructions instructions, Collection<UUID> enrolmentIds);

    /** An enrolment and its customer. */
    record EnrolmentRef(UUID enrolmentId, String customerId) {}

    /** The number and due dates of a step's running timers. */
    record TimerSpan(String step, long people, Instant earliest, Instant latest) {}

    /** A running timer of an enrolment. */
    record EnrolmentTimer(UUID enrolmentId, String step, Instant due) {}
}
