package org.postroad.journey.camunda.retry;

import java.util.Locale;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Does again, in an engine command, what failed for one process instance. One bean of each {@link Kind}. */
public interface RetriedWork {

    /** What failed. */
    enum Kind {
        /** An instance could not leave its start event. */
        START,
        /** An event could not move a token that waited for it. */
        EVENT,
        /** An instance could not be ended. */
        END;

        /** The type of the engine's jobs; stored, and known to {@code matching-subscriptions.sql} and others. */
        String jobType() {
            return "postroad-" + name().toLowerCase(Locale.ROOT);
        }
    }

    Kind kind();

    /**
     * Does it again, and fails again if it cannot.
     *
     * @param details as they were given to {@link RetryJobs#schedule}
     */
    void retry(ExecutionEntity execution, String details);
}
