package org.postroad.decide;

import java.time.Duration;

/** Which mail wins when two journeys want the same customer at once: business rules that a marketer writes and reads. */
public interface MailPriority {

    /**
     * Where the mail of a step stands. Always answers: while the rules cannot be applied, the step's own priority is its
     * rank and it is never held.
     *
     * @param priority the step's own, from 0 to 100
     */
    MailRank of(String journey, String step, String topic, int priority);

    /**
     * The place of a mail among others for the same customer.
     *
     * @param rank the highest goes first
     * @param skipped whether it is skipped when it must wait for another, instead of being delayed
     * @param gap the least time between a commercial mail before it and this one
     */
    record MailRank(int rank, boolean skipped, Duration gap) {}
}
