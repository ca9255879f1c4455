package org.postroad.predict;

/**
 * An amount that is predicted.
 *
 * @param expected the mean
 * @param low what is exceeded with a probability of 90 %
 * @param high what is exceeded with a probability of 10 %
 */
public record PredictedAmount(double expected, double low, double high) {}
