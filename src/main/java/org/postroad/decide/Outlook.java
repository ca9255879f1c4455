package org.postroad.decide;

import org.jspecify.annotations.Nullable;

/** What is learned of a customer, for rules that ask. Each part is found out when it is asked for. */
public interface Outlook {

    /** The probability that the customer buys nothing within 90 days; null for one who has never bought. */
    @Nullable
    Double churnRisk();

    /** What the customer is expected to spend in a year; null for one who has never bought. */
    @Nullable
    Double lifetimeValue();

    /** The label of the customers who behave like this one. */
    String segment();

    /** Whether the customer is in a segment. */
    boolean isIn(String segment);

    /** Whether the customer is like the members of a segment. */
    boolean isLike(String segment);
}
