package org.postroad.feature;

import java.time.Instant;
import java.util.Optional;
import org.postroad.catalog.Product;
import org.postroad.customer.profile.Profile;

/**
 * What is known of a customer when something is decided, now or, in a replay, then.
 *
 * @param profile the customer's events up to that moment
 * @param focus the product that it is about; empty if there is none
 * @param recentMails mails sent to the customer in the four weeks before
 * @param priceLevel how dear the things were that the customer looked at, 1 being the mean of their kind; NaN if unknown
 */
public record DecisionContext(
        Profile profile, Instant at, Optional<Product> focus, long recentMails, double priceLevel) {}
