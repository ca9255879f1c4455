package org.postroad.decide.sendtime;

import java.time.Duration;
import java.time.Instant;

/** When a customer is most likely to read. */
public interface BestTime {

    /** The best moment from now on within the window, from the customer's own engagement and, while that is thin, everybody's. */
    Instant within(String customerId, Duration window);
}
