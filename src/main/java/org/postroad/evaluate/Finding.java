package org.postroad.evaluate;

import java.util.Map;

/**
 * What an evaluation found. Numbers are by the name of their measure, such as {@code MAE}, in the order to show.
 *
 * @param what was measured, in words
 * @param data on which data, and how they were split
 * @param figure what Postroad's model reaches
 * @param reference published or reproduced figures of the same measure; empty if there are none
 * @param rule what the simplest rule that could replace the model reaches; empty if there is none
 * @param atLeast what was promised, in words
 * @param holds whether the promise holds
 */
public record Finding(
        String what,
        String data,
        Map<String, Double> figure,
        Map<String, Double> reference,
        Map<String, Double> rule,
        String atLeast,
        boolean holds) {}
