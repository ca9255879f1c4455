package org.postroad.decide;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postroad.catalog.Offer;

/** The decisions that were made. */
public interface Decisions {

    Optional<Decision> find(UUID id);

    /** What a decision gives, without its reasons; empty if that is nothing, or is no longer in the catalog. */
    Optional<Offer> offerOf(UUID id);

    /**
     * How far each feature moved the model's belief in a purchase with the chosen action, in log-odds, strongest first;
     * with the average belief ({@code bias}) they add up to the model's margin. Computed on request.
     *
     * @return empty if no model scored, or if that version of it is no longer there
     */
    Map<String, Double> contributions(Decision decision);
}
