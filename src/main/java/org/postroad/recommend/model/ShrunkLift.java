package org.postroad.recommend.model;

/**
 * How much more often two products are in one order than they would be by chance, on a logarithmic scale: 0 for chance. Pairs
 * that were seen seldom are shrunk to chance, since a lift of rare products is noise (the gamma-Poisson shrinkage of DuMouchel,
 * "Bayesian Data Mining in Large Frequency Tables", The American Statistician 1999, with a prior of mean 1).
 */
public final class ShrunkLift {

    /** So many orders of the pair by chance alone weigh as much as the prior. */
    private static final double PRIOR = 3;

    private ShrunkLift() {}

    /**
     * @param together orders with both
     * @param one orders with the one, at least {@code together}
     * @param other orders with the other, at least {@code together}
     * @param all orders, at least {@code one} and {@code other}
     * @return above 0 for pairs bought together more often than by chance; 0 for an empty shop
     */
    public static double log(long together, long one, long other, long all) {
        if (all == 0) {
            return 0;
        }
        double byChance = (double) one * other / all;
        return Math.log((together + PRIOR) / (byChance + PRIOR));
    }
}
