package org.postroad.decide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which offers may be given at all: business rules that a marketer writes and reads. */
public interface Eligibility {

    /**
     * Judges every case by one and the same version of the rules. Always answers: rules that cannot be applied refuse
     * every offer and say so in the reason, so that the mail goes out without one.
     */
    Judgement judge(List<Case> cases);

    /**
     * One offer for one customer.
     *
     * @param kind the offer's kind, as in JSON
     * @param channel {@code mail} in a journey, {@code web} when an application asks for itself
     * @param mayMail whether the customer has agreed to commercial mail and can be reached
     * @param mails sent in the last four weeks
     * @param offers given in the last four weeks
     * @param costShare what the offer costs as a share of the product's margin; null if unknown
     * @param orders placed so far
     * @param discountShare share of the orders that used a discount, in [0, 1]; null without orders
     */
    record Case(
            String kind,
            String channel,
            boolean mayMail,
            long mails,
            long offers,
            @Nullable Double costShare,
            long orders,
            @Nullable Double discountShare) {}

    /** @param table name and version of the rules; null if there are none */
    record Judgement(@Nullable String table, List<Ruling> rulings) {}

    /** @param ruleId the rule that decided; null if none did */
    record Ruling(boolean eligible, @Nullable String ruleId, String reason) {}
}
