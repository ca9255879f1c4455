package org.postroad.recommend.model;

import java.util.List;

/** Why a product is recommended, as data that a person can check. */
public sealed interface Because {

    /** The customer bought products that speak for it, those that say most first. */
    record Bought(List<Contribution> products) implements Because {

        /** No copy is made later: it is immutable. */
        public Bought {
            products = List.copyOf(products);
        }
    }

    /**
     * The customer bought the product itself.
     *
     * @param times the number of days on which they did
     * @param daysAgo days since the last time
     * @param repeatRate the share of all its buyers who bought it again, in [0, 1]
     */
    record BoughtBefore(int times, double daysAgo, double repeatRate) implements Because {}

    /**
     * Many buy it now.
     *
     * @param recentBuyers customers who bought it in the last {@link ProductDemand#RECENT_DAYS} days
     * @param buyers all who ever did
     */
    record BoughtByOthers(int recentBuyers, int buyers) implements Because {}

    /**
     * @param product the index of a product of the customer's profile
     * @param share of what speaks for the recommended product, in (0, 1]
     */
    record Contribution(int product, double share) {}
}
