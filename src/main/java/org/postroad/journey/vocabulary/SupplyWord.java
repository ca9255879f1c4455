package org.postroad.journey.vocabulary;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import org.postroad.customer.profile.ReplenishmentForecast;
import org.postroad.event.Event;

/** {@code supply}: how long the products of a purchase last. */
@ExpressionDoc("How long purchased products last. The purchase is the event that began the enrolment.")
public final class SupplyWord implements Word {

    private final Supplier<Optional<Instant>> runOut;
    private final CalendarWord calendar;

    SupplyWord(Optional<Event> purchase, ReplenishmentForecast replenishmentForecast, CalendarWord calendar) {
        this.runOut = () -> purchase.flatMap(replenishmentForecast::runOutAt);
        this.calendar = calendar;
    }

    @ExpressionDoc(value = "Whether a product that is used up was bought.", example = "${supply.known}")
    public boolean known() {
        return runOut.get().isPresent();
    }

    @ExpressionDoc("When the first of them will be used up.")
    public Date runsOutAt() {
        return Date.from(runOut.get()
                .orElseThrow(() -> new IllegalStateException(
                        "Nothing that is used up was bought; ask ${supply.known} before ${supply.runsOutAt}.")));
    }

    @ExpressionDoc(
            value = "That long before supply.runsOutAt, at that time of day.",
            example = "${supply.before('P5D', '09:00')}")
    public Date before(String period, String time) {
        return calendar.before(runsOutAt(), period, time);
    }
}
