package org.postroad.decide;

import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** Looks a decision table over before it decides anything. */
public interface DecisionTableCheck {

    /** What is wrong with the tables of a file that Postroad asks, a sentence each. Others are nobody's business. */
    List<String> faultsIn(InputStream xml);

    /** The journeys that the rules of {@code journey-priority} in this file name. */
    Set<String> journeysNamedIn(InputStream xml);
}
