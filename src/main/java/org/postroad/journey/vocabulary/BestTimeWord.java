package org.postroad.journey.vocabulary;

import java.util.Date;
import org.postroad.decide.sendtime.BestTime;

/** {@code bestTime}: when the customer is most likely to read mail. */
@ExpressionDoc("When this customer is most likely to read.")
public final class BestTimeWord implements Word {

    private final String customerId;
    private final BestTime bestTime;

    BestTimeWord(String customerId, BestTime bestTime) {
        this.customerId = customerId;
        this.bestTime = bestTime;
    }

    @ExpressionDoc(value = "The best moment from now on, within the period.", example = "${bestTime.within('PT24H')}")
    public Date within(String period) {
        return Date.from(bestTime.within(customerId, IsoPeriods.exactDuration(period)));
    }
}
