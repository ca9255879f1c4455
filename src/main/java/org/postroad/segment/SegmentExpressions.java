package org.postroad.segment;

import java.util.List;

/** Evaluates the expressions of named segments: those that audiences use. Implemented by who runs journeys. */
public interface SegmentExpressions {

    /** The faults of an expression, a sentence each; empty if it is valid. */
    List<String> faultsIn(String expression);

    /**
     * Whether an expression without faults holds for a customer now.
     *
     * @throws RuntimeException if it cannot be evaluated
     */
    boolean holds(String customerId, String expression);
}
