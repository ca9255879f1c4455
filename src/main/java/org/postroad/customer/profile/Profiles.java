package org.postroad.customer.profile;

import java.util.Collection;
import java.util.Map;

/** What each customer's events add up to. */
public interface Profiles {

    /** The profile; an empty one if nothing has happened yet. */
    Profile of(String customerId);

    /** Profiles by customer id, an empty one where nothing has happened yet; one query. */
    Map<String, Profile> ofAll(Collection<String> customerIds);

    /**
     * Some profiles that stand for all: what is usual, cheaply.
     *
     * @param lot decides which ones; the same draws the same
     */
    Collection<Profile> sample(int atMost, String lot);

    /** An empty profile that fades as the settings say: to fold events outside the database. */
    MutableProfile blank();
}
