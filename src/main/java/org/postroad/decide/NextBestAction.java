package org.postroad.decide;

/** Chooses what to give a customer in a slot: eligible by DMN, scored, gated, chosen, recorded. */
public interface NextBestAction {

    /** Decides and records, in the caller's transaction. Always answers; "nothing" is an answer. */
    Decision decide(DecisionRequest decisionRequest);
}
