package org.postroad.decide;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The decisions that were made, to learn from. */
public interface DecisionHistory {

    /** Reads, oldest first, those made in [from, before) with the holdout left out. */
    void read(Instant from, Instant before, Consumer<LoggedDecision> reader);

    /**
     * One of them.
     *
     * @param enrolmentId on which walk; null if an application asked
     * @param action as in {@link Decision#action()}
     * @param focus the product that it was about
     * @param eligible all actions that had a chance, this one among them
     */
    record LoggedDecision(
            String customerId,
            @Nullable UUID enrolmentId,
            String slot,
            Instant decidedAt,
            String action,
            double propensity,
            List<String> eligible,
            @Nullable String focus) {}
}
