package org.postroad.customer.profile;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;

/** Reads the profiles of customers; {@link ProfileUpdater} writes them. */
public interface Profiles {

    /** The customer's profile; empty if there are no events. */
    Profile of(String customerId);

    /** The profile of each customer by id; empty where there are no events. One query. */
    Map<String, Profile> ofAll(Collection<String> customerIds);

    /**
     * A pseudo-random sample of the profiles, by customer id.
     *
     * @param seed the same seed draws the same customers
     */
    SortedMap<String, Profile> sample(int atMost, String seed);

    /** An empty profile with the half-life of the settings, for replaying events outside the database. */
    MutableProfile blank();
}
