package org.postroad.decide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which offers may be given: business rules that marketers write. */
public interface Eligibility {

    /**
     * Judges all cases by the same version of the rules. It does not throw for rules that cannot be applied: then no offer
     * is eligible, the reason says why, and the mail goes out without one.
     *
     * @return one ruling for each case, in order
     */
    Judgement judge(List<Case> cases);

    /**
     * One offer for one customer.
     *
     * @param kind the offer's kind, as in JSON
     * @param channel {@code mail} in a journey, {@code web} when an application asks for itself
     * @param mayMail whether the customer has agreed to commercial mail and can be reached
     * @param mails the number of mails sent in the last four weeks
     * @param offers the number of offers given in the last four weeks
     * @param costShare the offer's cost as a share of the product's margin; null if unknown
     * @param orders the number of all orders
     * @param discountShare the share of orders with a discount, in [0, 1]; null without orders
     * @param outlook what is learned of the customer; asked only what a rule asks
     */
    record Case(
            String kind,
            String channel,
            boolean mayMail,
            long mails,
            long offers,
            @Nullable Double costShare,
            long orders,
            @Nullable Double discountShare,
            Outlook outlook) {}

    /** @param table name and version of the rules; null if there are none */
    record Judgement(@Nullable String table, List<Ruling> rulings) {}

    /** @param ruleId the rule that decided; null if none did */
    record Ruling(boolean eligible, @Nullable String ruleId, String reason) {}
}
