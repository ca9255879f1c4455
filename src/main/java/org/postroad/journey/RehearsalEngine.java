package org.postroad.journey;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroad.journey.template.Split;

/** What a rehearsal needs of the engine beyond {@link JourneyEngine}. A bean only in the rehearsal application. */
public interface RehearsalEngine {

    /**
     * Deploys diagrams and decision tables with the same checks as any deployment.
     *
     * @param files contents by file name
     * @return the deployment's id, for {@link #remove}
     * @throws IllegalArgumentException with the faults, one sentence a line
     */
    String deploy(Map<String, byte[]> files);

    /** Warnings about the files deployed since the last call, a sentence each. */
    List<String> warnings();

    /** As {@link #deploy} without checks, to see what a fault would do. The engine still rejects invalid files. */
    String deployUnchecked(Map<String, byte[]> files);

    /** Removes a deployment with all process instances of its journeys. */
    void remove(String deployment);

    /** Deletes all process instances without recording ends. */
    void clear();

    /**
     * Completes the customer's user task at a step; false if there is none.
     *
     * @throws IllegalStateException if the next steps fail
     */
    boolean completeUserTask(String customerId, String step, Map<String, Object> answers);

    /** Whether any timer is pending; a wait for an event alone does not count. */
    boolean hasPendingTimers();

    /** The ids of the steps where tokens wait now. */
    Set<String> waitingSteps();

    /** Failed steps, a sentence each. */
    List<String> failures();

    /** The sequence flows of a deployed journey, by id. */
    Map<String, Flow> flows(String journey);

    /** The splits and experiments of a deployed journey, by gateway id. */
    Map<String, Split> splits(String journey);

    /** The ids of the sequence flows taken since the last call. */
    Set<String> flowsTaken(String journey);

    /** The ids of a sequence flow's source and target. */
    record Flow(String from, String to) {}
}
