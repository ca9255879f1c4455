package org.postroad.journey;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroad.journey.template.Split;

/** What a rehearsal needs of the engine beyond {@link JourneyEngine}. There is none outside a rehearsal. */
public interface RehearsalEngine {

    /**
     * Deploys diagrams and tables; what is wrong is refused as anywhere.
     *
     * @param files contents by file name
     * @return the deployment, to be {@linkplain #remove removed} by
     * @throws IllegalArgumentException with what is wrong, a sentence a line
     */
    String deploy(Map<String, byte[]> files);

    /** What could be better in the files that were deployed since the last call, a sentence each. */
    List<String> warnings();

    /** As {@link #deploy}, past the check: to see what a fault would do. What the engine cannot read is refused still. */
    String deployUnchecked(Map<String, byte[]> files);

    /** Removes a deployment with all who walk its journeys. */
    void remove(String deployment);

    /** Ends all walks, without a trace. */
    void clear();

    /**
     * Completes the task that a customer's walk waits for at that step; false if none waits there.
     *
     * @throws IllegalStateException if the walk cannot go on from there
     */
    boolean completeUserTask(String customerId, String step, Map<String, Object> answers);

    /** Whether any walk waits for a moment; waiting for an event alone does not count. */
    boolean hasPendingTimers();

    /** Where walks wait now: the ids of steps. */
    Set<String> waitingSteps();

    /** What failed on the way, a sentence each. */
    List<String> failures();

    /** The sequence flows of a deployed journey: where each leads from and to, by its id. */
    Map<String, Flow> flows(String journey);

    /** The splits and experiments of a deployed journey, by the ids of their gateways. */
    Map<String, Split> splits(String journey);

    /** The sequence flows that were taken since the last call. */
    Set<String> flowsTaken(String journey);

    /** A sequence flow, by the ids of the steps at its ends. */
    record Flow(String from, String to) {}
}
