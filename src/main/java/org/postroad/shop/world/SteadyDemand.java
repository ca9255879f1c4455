package org.postroad.shop.world;

import java.time.Instant;
import java.util.Map;

/** Demand without season and companions. */
record SteadyDemand(String category) implements CategoryDemand {

    @Override
    public double seasonalFactor(Instant at) {
        return 1;
    }

    @Override
    public Map<String, Double> companions() {
        return Map.of();
    }
}
