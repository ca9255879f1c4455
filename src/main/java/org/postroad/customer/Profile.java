package org.postroad.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer's events add up to. Totals are exact; all other numbers fade exponentially (half-life {@code
 * postroad.customer.half-life}) and are read as of a moment.
 */
public interface Profile {

    /** Orders ever placed. */
    long orders();

    /** Money ever spent, returns deducted, in the shop's currency. */
    BigDecimal revenue();

    Optional<Instant> lastPurchaseAt();

    Optional<Instant> lastSeenAt();

    /** Faded number of orders. */
    double frequency(Instant at);

    /** Faded money spent. */
    double money(Instant at);

    /** Share of faded orders that used a discount, in [0, 1]; NaN without orders. */
    double discountShare(Instant at);

    /** Faded views by product id. */
    Map<String, Double> productViews(Instant at);

    /** Faded views by category. */
    Map<String, Double> categoryViews(Instant at);

    /** Faded purchases by product id, in pieces. */
    Map<String, Double> purchasedProducts(Instant at);

    /** Faded interest by topic, from articles read. */
    Map<String, Double> topics(Instant at);

    /** Faded number of mails sent to, opened by and clicked by the customer. */
    double mailsSent(Instant at);

    double mailsOpened(Instant at);

    double mailsClicked(Instant at);

    /** Faded opens and clicks by minute of the week in the customer's zone: [0, 10080), 0 is Monday 00:00. */
    Map<Integer, Double> engagementByMinuteOfWeek(Instant at);
}
