package org.postroad.decide.sendtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.UnaryOperator;
import org.postroad.customer.Customers;
import org.postroad.customer.HashBucket;
import org.postroad.decide.DecideSettings;
import org.postroad.decide.sendtime.CustomerSendTimes.Remembered;
import org.springframework.stereotype.Component;

/**
 * When a mail to a customer is most likely to be clicked: from the mails that the customer got and answered and, while those are
 * few, from everybody's. It finds the best quarter of an hour on each day of the window, in the customer's time zone, and takes
 * the earliest day whose best is nearly as good as the best of all: tomorrow at 08:15 rather than Thursday at 08:15.
 *
 * <p>It explores: of the sends to a customer of whom {@value #EXPLORED_FROM} mails are known, and not yet {@value
 * #EXPLORED_BELOW}, the share {@link DecideSettings#exploration} leaves at a moment drawn by lot. The lot depends on the customer and
 * the day alone.
 */
@Component
public class BestTime {

    static final int EXPLORED_FROM = 3;
    static final int EXPLORED_BELOW = 24;

    private final Clock clock;
    private final Customers customers;
    private final CustomerSendTimes sendTimes;
    private final double explored;

    BestTime(Clock clock, Customers customers, CustomerSendTimes sendTimes, DecideSettings settings) {
        this.clock = clock;
        this.customers = customers;
        this.sendTimes = sendTimes;
        this.explored = settings.exploration();
    }

    /**
     * The best moment from now until the end of the window.
     *
     * @param awake gives a moment back if mail may be sent then, else the next at which it may; that is the answer if there is
     *     no other within the window
     */
    public SendTime within(String customerId, Duration window, UnaryOperator<ZonedDateTime> awake) {
        ZoneId zone = PopulationSendTimes.zone(customers.find(customerId));
        Remembered known = sendTimes.of(customerId, zone);
        Instant now = clock.instant();
        Moments moments = new Moments(now, window, zone, awake);
        int mails = known.times().mails();
        String day = now.atZone(zone).toLocalDate().toString();
        boolean explores = explores(customerId, day, mails, explored);
        return new SendTime(
                explores
                        ? moments.drawn(HashBucket.of(customerId, "send-time moment " + day))
                        : moments.best(known.times()),
                mails,
                known.times().responses(),
                known.everybody().customers(),
                explores);
    }

    static boolean explores(String customerId, String day, int mails, double share) {
        return mails >= EXPLORED_FROM
                && mails < EXPLORED_BELOW
                && HashBucket.of(customerId, "send-time explores " + day) < share;
    }
}
