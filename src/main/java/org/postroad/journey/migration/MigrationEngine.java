package org.postroad.journey.migration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postroad.journey.JourneyEngine;

/** What the change of a live journey needs of a process engine, beside {@link JourneyEngine}. */
public interface MigrationEngine {

    /** Where people can stand in a version, and what wakes them there. */
    List<WaitState> waitStates(String journey, int version);

    /** What the engine has against a route, a sentence each, in the words of who draws journeys. */
    List<String> objections(MigrationInstructions migrationInstructions);

    /** Everybody who walks in a version. */
    List<EnrolmentRef> enrolments(String journey, int version);

    /** The timers of a version that run now, step by step. */
    List<TimerSpan> timers(String journey, int version);

    /** A few of the walks of a version: of those who stand at a step, who have waited longest and shortest there. */
    List<UUID> sample(String journey, int version);

    /** The running timers of these walks. */
    List<EnrolmentTimer> timersOf(Collection<UUID> enrolmentIds);

    /**
     * Carries these walks along, in one engine command in the caller's transaction, for whoever holds the shards of the
     * customers.
     *
     * @return what became of each; who walks in the old version no longer is {@link MoveOutcome#LEFT}, and who is on the
     *     way between two steps just now is absent: try again in a moment
     * @throws EnrolmentMigrationException if one of them cannot be moved; roll back, and move fewer to find out which
     */
    Map<UUID, MoveOutcome> migrate(MigrationInstructions migrationInstructions, Collection<UUID> enrolmentIds);

    /** A walk and whose it is. */
    record EnrolmentRef(UUID enrolmentId, String customerId) {}

    /** The running timers of a step. */
    record TimerSpan(String step, long people, Instant earliest, Instant latest) {}

    /** A running timer. */
    record EnrolmentTimer(UUID enrolmentId, String step, Instant due) {}
}
