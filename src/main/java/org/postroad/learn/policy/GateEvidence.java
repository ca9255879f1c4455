package org.postroad.learn.policy;

import org.postroad.learn.effect.FeatureMatrix;

/**
 * What the gate judges by.
 *
 * @param log with rewards in money
 * @param valued for each row the purchases that followed, times what a purchase is worth on average: far less noisy than money,
 *     blind to the size of orders; used to rank simple rules, never for a claim
 * @param expected the predicted reward of each arm in money, {@code rows × arms}, by models that did not see the row's customer
 * @param features by which {@link Support} finds its strata
 */
public record GateEvidence(BanditLog log, double[] valued, double[][] expected, FeatureMatrix features) {

    /** Evidence whose rules are ranked by money. */
    public static GateEvidence of(BanditLog log, double[][] expected, FeatureMatrix features) {
        return new GateEvidence(log, log.rewards(), expected, features);
    }
}
