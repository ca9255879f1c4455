package org.postroad.decide;

/**
 * Decides what to offer a customer in a slot: candidates, eligibility by DMN, scores by the model, the choice and its record.
 */
public interface NextBestAction {

    /** Decides and records the decision in the caller's transaction. "Nothing" is a valid decision. */
    Decision decide(DecisionRequest request);
}
