package org.postroad.learn.policy;

import java.util.List;

/**
 * Whether a policy may act, and why.
 *
 * @param act whether it may
 * @param rule the simple rule that decides otherwise, and wherever the policy's or the rule's choice lacks support: the best of
 *     those that the log supports for everybody, if there are any
 * @param rival the rule against which the evidence is weakest
 * @param gain of the policy over the rival, a decision
 * @param lowerBound of that gain, at the look's alpha
 * @param look which look this was
 * @param unsupported the share of decisions in which the policy would choose what may not be claimed; the rule decides there
 * @param chosen what the policy, kept within support, chooses in each row of the log
 * @param rules the simple rules with their values, best first; only those that the log supports for everybody
 * @param reason in a sentence
 */
public record GateVerdict(
        boolean act,
        String rule,
        String rival,
        Estimate gain,
        double lowerBound,
        Look look,
        double unsupported,
        int[] chosen,
        List<RuleValue> rules,
        String reason) {

    /**
     * A simple rule's value.
     *
     * @param value in money a decision, doubly robust
     */
    public record RuleValue(String name, Estimate value) {}
}
