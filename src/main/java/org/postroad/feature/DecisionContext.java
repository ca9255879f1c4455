package org.postroad.feature;

import java.time.Instant;
import java.util.Optional;
import org.postroad.catalog.Product;
import org.postroad.customer.profile.Profile;

/**
 * What is known of a customer at the moment of a decision (the context of a contextual bandit): now, from {@link
 * DecisionContextLoader}, or in the past, from {@link PointInTimeReplay}.
 *
 * @param profile the customer's events up to that moment
 * @param focus the product that the decision is about; empty if there is none
 * @param recentMails mails sent to the customer in the four weeks before
 * @param priceLevel the mean price of viewed products relative to their category, where 1 is the category's mean; NaN if
 *     unknown
 */
public record DecisionContext(
        Profile profile, Instant at, Optional<Product> focus, long recentMails, double priceLevel) {}
