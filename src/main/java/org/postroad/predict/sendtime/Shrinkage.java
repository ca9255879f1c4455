package org.postroad.predict.sendtime;

/**
 * How far a customer's rates are drawn to everybody's.
 *
 * @param kernel how far a response speaks for other slots
 * @param strength how many expected responses near a slot the prior counts as
 */
record Shrinkage(WeekKernel kernel, double strength) {

    /** How many expected responses the prior of a customer's overall level counts as. */
    private static final double LEVEL_STRENGTH = 4;

    /** What is assumed while there are few customers. */
    static Shrinkage typical() {
        return new Shrinkage(new WeekKernel(30, 0.5), 0.5);
    }

    /** How much more often than everybody the customer responds at all. */
    static double level(double observed, double expected) {
        return (LEVEL_STRENGTH + observed) / (LEVEL_STRENGTH + expected);
    }
}
