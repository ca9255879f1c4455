package org.postroad.decide;

import java.time.Duration;

/** Which mail is sent first when several are due for one customer: business rules that marketers write. */
public interface MailPriority {

    /**
     * The rank of a step's mail. While the rules cannot be applied, the rank is the step's own priority, and the mail does
     * not wait for others.
     *
     * @param priority the step's own, from 0 to 100
     */
    MailRank of(String journey, String step, String topic, int priority);

    /**
     * How a mail is ordered among others for the same customer.
     *
     * @param rank the mail with the highest rank is sent first
     * @param skipped whether the mail is skipped, instead of delayed, when it must wait for another
     * @param gap the minimum time after the preceding commercial mail
     */
    record MailRank(int rank, boolean skipped, Duration gap) {}
}
