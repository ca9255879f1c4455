package org.postroad.decide;

import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** Checks decision tables when they are deployed. */
public interface DecisionTableCheck {

    /** The faults of the tables in a DMN file that Postroad evaluates, a sentence each. Other tables are not checked. */
    List<String> faultsIn(InputStream xml);

    /** The journeys named by the rules of {@code journey-priority} in a DMN file. */
    Set<String> journeysNamedIn(InputStream xml);
}
