package org.postroad.decide;

import java.util.Optional;

/** Which segments a customer is in now, for rules that ask. Implemented by who knows segments. */
public interface CustomerSegments {

    /** What a rule can ask of a customer. */
    enum Question {
        LABEL,
        IN,
        LIKE
    }

    /** The label of the customers who behave like this one. */
    String labelOf(String customerId);

    /** Whether the customer is in a segment; false if there is none of that name. */
    boolean contains(String segment, String customerId);

    /** Whether the customer is like the members of a segment; false if there is none of that name. */
    boolean isLike(String segment, String customerId);

    /** Why nobody can ever have that label, be in that segment or be like its members: half a sentence; empty if somebody can. */
    Optional<String> faultIn(Question question, String segment);
}
