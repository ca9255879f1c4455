package org.postroad.journey.vocabulary;

import java.util.Date;
import org.postroad.decide.sendtime.BestTime;
import org.postroad.decide.sendtime.SendTime;

/** {@code bestTime}: when a mail to the customer is most likely to be clicked. */
@ExpressionDoc("When a mail to this customer is most likely to be clicked, outside the quiet hours.")
public final class BestTimeWord implements Word {

    private final String customerId;
    private final BestTime bestTime;
    private final CustomerLocalTimes times;

    BestTimeWord(String customerId, BestTime bestTime, CustomerLocalTimes times) {
        this.customerId = customerId;
        this.bestTime = bestTime;
        this.times = times;
    }

    @ExpressionDoc(
            value =
                    "The best moment from now on, within the period. If all of the period is quiet, the end of the quiet hours.",
            example = "${bestTime.within('PT24H')}")
    public Date within(String period) {
        return Date.from(find(period).at());
    }

    @ExpressionDoc(
            value =
                    "On what that moment rests, in words: how many mails to this customer, and how many other customers.",
            example = "${bestTime.reason('PT24H')}")
    public String reason(String period) {
        return find(period).reason();
    }

    private SendTime find(String period) {
        return bestTime.within(customerId, IsoPeriods.exactDuration(period), times::afterQuietHours);
    }
}
