package org.postroad.recommend.model;

/**
 * A product with its place in a list for one customer.
 *
 * @param product its index
 * @param score comparable within one list only
 */
public record RankedProduct(int product, double score, Because because) {}
