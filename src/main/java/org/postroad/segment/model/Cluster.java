package org.postroad.segment.model;

/**
 * A group of customers who behave alike.
 *
 * @param label stays with the group when it is fitted again, such as {@code behaviour-2}; says nothing by itself
 * @param centre in the features of {@link ClusterFeatures}, before standardisation
 */
public record Cluster(String label, double[] centre) {}
