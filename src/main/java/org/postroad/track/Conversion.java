package org.postroad.track;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;
import org.postroad.event.LineItem;

/**
 * A purchase that a message may claim.
 *
 * @param revenue what the order came to, in {@code currency} if the order named one
 */
record Conversion(
        Event purchase, BigDecimal revenue, @Nullable String currency, TrackedMessage message, Basis basis) {

    /** On what grounds. */
    enum Basis {
        /** The customer's own code from the message was used. */
        CODE,
        /** Nothing was clicked later, and the purchase followed soon. */
        CLICK
    }

    static Conversion of(Event purchase, TrackedMessage message, Basis basis) {
        return new Conversion(
                purchase, revenue(purchase), purchase.text("currency").orElse(null), message, basis);
    }

    /** The order's total, else the sum of its lines; zero or less for a return. */
    static BigDecimal revenue(Event purchase) {
        double lines = purchase.items().stream().mapToDouble(LineItem::amount).sum();
        return BigDecimal.valueOf(purchase.number("total").orElse(lines)).setScale(2, RoundingMode.HALF_UP);
    }
}
