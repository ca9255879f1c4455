package org.postroad.decide;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postroad.catalog.Offer;

/** Reads recorded decisions. */
public interface Decisions {

    /** The decision; its offer is empty if the catalog no longer has it. */
    Optional<Decision> find(UUID id);

    /** The offer of a decision, without its evidence; empty for "nothing", or if the catalog no longer has the offer. */
    Optional<Offer> offerOf(UUID id);

    /**
     * How much each feature contributed to the predicted probability of a purchase with the chosen action (SHAP values):
     * in log-odds, first the mean prediction ({@code bias}), then the features, strongest first. They add up to the model's
     * margin. Computed on request.
     *
     * @return empty if no model scored, or if that version of it is no longer in use
     */
    Map<String, Double> contributions(Decision decision);
}
