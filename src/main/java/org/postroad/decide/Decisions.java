package org.postroad.decide;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The decisions that were made. */
public interface Decisions {

    Optional<Decision> find(UUID id);

    /**
     * How far each feature moved the model's belief in a purchase with the chosen action, in log-odds, strongest first;
     * with the average belief ({@code bias}) they add up to the model's margin. Computed on request.
     *
     * @return empty if no model scored, or if that version of it is no longer there
     */
    Map<String, Double> contributions(Decision decision);
}
