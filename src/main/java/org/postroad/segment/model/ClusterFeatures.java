package org.postroad.segment.model;

import java.util.List;

/** What customers are clustered by: how recently, how often and for how much they bought, on a logarithmic scale. */
final class ClusterFeatures {

    static final List<String> NAMES = List.of("recency", "orders", "revenue");

    /** For each feature, what is said of who has much of it. */
    static final List<String> MORE = List.of("long ago", "often", "for much");

    /** For each feature, what is said of who has little of it. */
    static final List<String> LESS = List.of("lately", "seldom", "for little");

    /** Within about this time one day more or less says little. */
    private static final double FRESH_DAYS = 30;

    private ClusterFeatures() {}

    /** One value for each of {@link #NAMES}; NaN if it is not known. */
    static double[] of(Behaviour behaviour) {
        return new double[] {
            Math.log(FRESH_DAYS + behaviour.recencyDays()),
            Math.log(behaviour.orders()),
            Math.log1p(behaviour.revenue())
        };
    }
}
