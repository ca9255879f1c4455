package org.postroad.predict.serving;

import java.time.Instant;
import org.postroad.predict.replenishment.DueDate;

/**
 * When a customer is due to buy a product again, if the habit goes on.
 *
 * @param productId of the product
 * @param probabilityThatItGoesOn that the customer buys it again at all, from 0 to 1
 * @param earliest before it a purchase comes with a probability of 10 %
 * @param due as likely before as after it
 * @param latest after it a purchase comes with a probability of 10 %
 * @param intervals how many intervals of the customer's own it rests on; the rest is what other customers do
 */
public record NextPurchase(
        String productId,
        double probabilityThatItGoesOn,
        Instant earliest,
        Instant due,
        Instant latest,
        int intervals) {

    /** @param from the moment from which the days count */
    static NextPurchase of(String productId, DueDate date, Instant from, int intervals) {
        return new NextPurchase(
                productId,
                date.probabilityThatItGoesOn(),
                after(from, date.earliestDays()),
                after(from, date.days()),
                after(from, date.latestDays()),
                intervals);
    }

    /** To the minute: the models are not exact to more. */
    private static Instant after(Instant from, double days) {
        return from.plusSeconds(Math.round(days * 24 * 60) * 60);
    }
}
