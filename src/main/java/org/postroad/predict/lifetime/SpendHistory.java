package org.postroad.predict.lifetime;

/**
 * What a customer spent.
 *
 * @param purchases how many with a known amount, at least 0
 * @param mean of their amounts; 0 if there are none
 */
public record SpendHistory(int purchases, double mean) {

    /** @throws IllegalArgumentException if the mean is not positive though there are purchases */
    public SpendHistory {
        if (purchases < 0 || !Double.isFinite(mean) || (purchases == 0 ? mean != 0 : mean <= 0)) {
            throw new IllegalArgumentException("no spending: %d purchases with mean %s".formatted(purchases, mean));
        }
    }
}
