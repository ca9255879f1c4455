package org.postroad.segment;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Evaluates the expressions of named segments: those that audiences use. Implemented by who runs journeys. */
public interface SegmentExpressions {

    /** The faults of an expression, a sentence each; empty if it is valid. */
    List<String> faultsIn(String expression);

    /**
     * Those of the customers for whom an expression without faults holds now.
     *
     * @throws RuntimeException if it cannot be evaluated for one of them
     */
    Set<String> membersAmong(Collection<String> customerIds, String expression);
}
