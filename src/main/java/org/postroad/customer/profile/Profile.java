package org.postroad.customer.profile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer's events add up to: exact totals, and counters that decay exponentially (half-life {@code
 * postroad.customer.half-life}). Start at {@link Profiles}.
 *
 * <p>A decayed number is read as of a moment. That moment must not lie before the last event: the number would be larger
 * than it ever was. Decayed money is a {@code double}, since it is an input of models, not an account; {@link #revenue()}
 * is exact.
 *
 * <p>An order is a {@code purchased} event that is not a return. A return has a negative amount, or items with negative
 * quantities only; it lowers money and pieces and is no order. The amount is the event's {@code total}, or the sum of its
 * items if there is none.
 */
public interface Profile {

    /** How many views a product in a cart counts as. */
    int CART_WEIGHT = 2;

    /** The number of all orders. */
    long orders();

    /** The exact sum of all purchases less returns, in the shop's currency. */
    BigDecimal revenue();

    Optional<Instant> firstPurchaseAt();

    Optional<Instant> lastPurchaseAt();

    /** When the customer last did something. A click counts; a mail that was sent or opened does not. */
    Optional<Instant> lastSeenAt();

    /** The decayed number of orders. */
    double frequency(Instant at);

    /** The decayed money spent, in the shop's currency. */
    double money(Instant at);

    /** The share of decayed orders with a discount (a code, or an amount above 0), in [0, 1]; NaN without orders. */
    double discountShare(Instant at);

    /** Decayed views by product id. */
    Map<String, Double> productViews(Instant at);

    /** Decayed interest in a product: 1 for each view, {@value #CART_WEIGHT} for each cart that contained it. */
    double interestIn(String productId, Instant at);

    /** Decayed views by category. */
    Map<String, Double> categoryViews(Instant at);

    /** Decayed purchases by product id, in pieces. */
    Map<String, Double> purchasedProducts(Instant at);

    /** Decayed interest by topic: 1 for each article read on it. */
    Map<String, Double> topics(Instant at);

    /** The decayed number of mails sent to the customer. */
    double mailsSent(Instant at);

    /** The decayed number of opens. An open may be a machine's. */
    double mailsOpened(Instant at);

    /** The decayed number of clicks. */
    double mailsClicked(Instant at);

    /**
     * Decayed opens and clicks by minute of the week, in [0, 10080); 0 is Monday 00:00, in the time zone that the customer
     * had when the event was processed.
     */
    Map<Integer, Double> engagementByMinuteOfWeek(Instant at);

    /**
     * The latest 48 mails at most, and what came back; opens by machines are left out. A response without a mail's id counts
     * for the latest mail before it; if there is none, it stands alone.
     */
    List<PastMail> recentMails();
}
