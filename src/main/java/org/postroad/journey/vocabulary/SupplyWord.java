package org.postroad.journey.vocabulary;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import org.postroad.customer.profile.ReplenishmentForecast;
import org.postroad.event.Event;

/** {@code supply}: how long what was bought will last. */
@ExpressionDoc("How long what was bought lasts: the purchase is the event that brought the customer in.")
public final class SupplyWord implements Word {

    private final Supplier<Optional<Instant>> runOut;
    private final CalendarWord calendar;

    SupplyWord(Optional<Event> purchase, ReplenishmentForecast replenishmentForecast, CalendarWord calendar) {
        this.runOut = () -> purchase.flatMap(replenishmentForecast::runOutAt);
        this.calendar = calendar;
    }

    @ExpressionDoc(value = "Whether something that is used up was bought.", example = "${supply.known}")
    public boolean known() {
        return runOut.get().isPresent();
    }

    @ExpressionDoc("When the first of it will be used up.")
    public Date runsOutAt() {
        return Date.from(runOut.get()
                .orElseThrow(() -> new IllegalStateException(
                        "Nothing that is used up was bought; ask ${supply.known} before ${supply.runsOutAt}.")));
    }

    @ExpressionDoc(
            value = "That long before it is used up, at that time of the customer's day.",
            example = "${supply.before('P5D', '09:00')}")
    public Date before(String period, String time) {
        return calendar.before(runsOutAt(), period, time);
    }
}
