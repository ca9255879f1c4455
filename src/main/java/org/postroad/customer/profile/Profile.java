package org.postroad.customer.profile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer's events add up to. Totals are exact; all other numbers fade exponentially (half-life {@code
 * postroad.customer.half-life}) and are read as of a moment, which should not lie before the last event: a number read
 * earlier than that would be larger than it ever was.
 *
 * <p>An order is a {@code purchased} event that is not a return; a return has a negative amount, or items with negative
 * quantities only. Returns lower the money and the pieces, and are no orders. The amount is the event's {@code total},
 * or the sum of its items if there is none.
 */
public interface Profile {

    /** How many views it stands for that a product was in a cart. */
    int OF_A_CART = 2;

    /** Orders ever placed. */
    long orders();

    /** Money ever spent, returns deducted, in the shop's currency. */
    BigDecimal revenue();

    Optional<Instant> firstPurchaseAt();

    Optional<Instant> lastPurchaseAt();

    /** When the customer last did something; mails that were sent or opened do not count, clicks do. */
    Optional<Instant> lastSeenAt();

    /** Faded number of orders. */
    double frequency(Instant at);

    /** Faded money spent. */
    double money(Instant at);

    /** Share of faded orders that used a discount (a code, or an amount above 0), in [0, 1]; NaN without orders. */
    double discountShare(Instant at);

    /** Faded views by product id. */
    Map<String, Double> productViews(Instant at);

    /** Faded interest in a product: one for each view, {@value #OF_A_CART} for each cart that had it. */
    double interestIn(String productId, Instant at);
    /** Faded views by category. */
    Map<String, Double> categoryViews(Instant at);

    /** Faded purchases by product id, in pieces. */
    Map<String, Double> purchasedProducts(Instant at);

    /** Faded interest by topic: one for each article read on it. */
    Map<String, Double> topics(Instant at);

    /** Faded number of mails sent to, opened by and clicked by the customer. */
    double mailsSent(Instant at);

    double mailsOpened(Instant at);

    double mailsClicked(Instant at);

    /**
     * Faded opens and clicks by minute of the week: [0, 10080), 0 is Monday 00:00, in the time zone that the customer had
     * when the event was taken in.
     */
    Map<Integer, Double> engagementByMinuteOfWeek(Instant at);
}
