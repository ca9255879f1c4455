package org.postroad.track;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;

/**
 * A purchase that is credited to a message.
 *
 * @param revenue the order's amount, in {@code currency} if the order names one
 * @param basis why it is credited
 */
record Conversion(
        Event purchase, BigDecimal revenue, @Nullable String currency, TrackedMessage message, Basis basis) {

    enum Basis {
        /** The personal code from the message was used. */
        CODE,
        /** The message was the last one clicked within the attribution window. */
        CLICK
    }

    static Conversion of(Event purchase, TrackedMessage message, Basis basis) {
        return new Conversion(
                purchase, revenue(purchase), purchase.text("currency").orElse(null), message, basis);
    }

    /** The exact amount, to the cent; zero or less for a return. */
    static BigDecimal revenue(Event purchase) {
        return purchase.amount().setScale(2, RoundingMode.HALF_UP);
    }
}
