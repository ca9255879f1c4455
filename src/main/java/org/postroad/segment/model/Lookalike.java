package org.postroad.segment.model;

/** Says how alike a customer is to the members of a group. Immutable and thread-safe. */
@FunctionalInterface
public interface Lookalike {

    /** Higher is more alike; comparable within one model only. */
    double score(Behaviour behaviour);
}
