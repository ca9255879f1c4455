package org.postroad.journey.vocabulary;

import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;
import org.postroad.predict.serving.NextPurchase;
import org.postroad.predict.serving.Predictions;
import org.springframework.util.function.SingletonSupplier;

/** {@code supply}: when the products of a purchase are needed again. */
@ExpressionDoc(
        "When products are needed again that are used up. The purchase is the event that began the enrolment; the first product"
                + " of it that the customer is due to buy again counts.")
public final class SupplyWord implements Word {

    private final Supplier<Optional<NextPurchase>> next;
    private final CalendarWord calendar;

    SupplyWord(Optional<Event> purchase, Predictions predictions, CalendarWord calendar) {
        this.next = SingletonSupplier.of(() -> purchase.flatMap(predictions::replenishment));
        this.calendar = calendar;
    }

    @ExpressionDoc(value = "Whether a product that is used up was bought.", example = "${supply.known}")
    public boolean known() {
        return next.get().isPresent();
    }

    @ExpressionDoc("The product that is due first; empty if none is used up.")
    public @Nullable String productId() {
        return next.get().map(NextPurchase::productId).orElse(null);
    }

    @ExpressionDoc(
            "When it is due: as likely to be bought again before as after, by the customer's own intervals and those of others.")
    public Date runsOutAt() {
        return Date.from(due().due());
    }

    @ExpressionDoc("When at the latest: if it is bought again, then before with a probability of 90 %.")
    public Date runsOutBy() {
        return Date.from(due().latest());
    }

    private NextPurchase due() {
        return next.get()
                .orElseThrow(() -> new IllegalStateException(
                        "Nothing that is used up was bought; ask ${supply.known} before ${supply.runsOutAt}."));
    }

    @ExpressionDoc(
            value = "That long before supply.runsOutAt, at that time of day.",
            example = "${supply.before('P5D', '09:00')}")
    public Date before(String period, String time) {
        return calendar.before(runsOutAt(), period, time);
    }
}
