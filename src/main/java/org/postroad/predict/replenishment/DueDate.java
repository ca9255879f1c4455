package org.postroad.predict.replenishment;

/**
 * When a customer is due to buy a product again. The days count from today, and hold if the habit goes on; with a probability of
 * 80 % the purchase comes between the first and the last of them.
 *
 * @param probabilityThatItGoesOn that there is another purchase at all
 * @param earliestDays the day before which a purchase comes with a probability of 10 %
 * @param days the median
 * @param latestDays the day after which a purchase comes with a probability of 10 %
 */
public record DueDate(double probabilityThatItGoesOn, double earliestDays, double days, double latestDays) {

    static final double LOW = .1;
    static final double HIGH = .9;
}
