package org.postroad.shop.world;

import java.time.Instant;
import java.util.Map;

/** How a category of goods is asked for: its season, and what is bought along with it. */
public interface CategoryDemand {

    String category();

    /** How much more or less than on average goes on here at that time of the year. */
    double seasonalFactor(Instant at);

    /** Tags of products that go along, with the probability that one does. */
    Map<String, Double> companions();

    /** The same all year, each product bought alone: where nothing is known of seasons and companions. */
    static CategoryDemand steady(String category) {
        return new SteadyDemand(category);
    }
}
