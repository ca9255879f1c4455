package org.postroad.shop.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The categories of the simulated shop. */
enum ShopCategory implements CategoryDemand {
    RUNNING_SHOES("running-shoes", 0.26, 110, 0.25, Map.of("socks", 0.45, "tracker", 0.18, "marathon", 0.10)),
    RUNNING_CLOTHING("running-clothing", 0.16, 300, 0.20, Map.of("socks", 0.25, "accessory", 0.15)),
    TRAIL_RUNNING("trail-running", 0.14, 150, 0.30, Map.of("socks", 0.35, "hydration", 0.30)),
    HIKING("hiking", 0.14, 190, 0.45, Map.of("socks", 0.35, "care", 0.25, "poles", 0.15)),
    NUTRITION("nutrition", 0.10, 120, 0.15, Map.of("nutrition", 0.45)),
    ACCESSORIES("accessories", 0.08, 340, 0.15, Map.of("socks", 0.20, "recovery", 0.15)),
    WATCHES_TRACKERS("watches-trackers", 0.06, 345, 0.30, Map.of("accessory", 0.25)),
    CAMPING("camping", 0.06, 195, 0.60, Map.of("cooking", 0.30, "sleeping", 0.30, "light", 0.25));

    private static final Map<String, ShopCategory> BY_CATEGORY =
            Arrays.stream(values()).collect(java.util.stream.Collectors.toMap(each -> each.category, each -> each));

    final String category;
    private final double share;
    private final int peakDay;
    private final double swing;
    private final Map<String, Double> companions;

    /**
     * @param share of the shop's trade
     * @param peakDay day of the year on which most of it is bought
     * @param swing how much more than the mean that is
     * @param companions tags of products that go along, with the probability that one does
     */
    ShopCategory(String category, double share, int peakDay, double swing, Map<String, Double> companions) {
        this.category = category;
        this.share = share;
        this.peakDay = peakDay;
        this.swing = swing;
        this.companions = new java.util.TreeMap<>(companions);
    }

    static CategoryDemand of(String category) {
        ShopCategory shopCategory = BY_CATEGORY.get(category);
        if (shopCategory == null) {
            throw new IllegalArgumentException("The simulated shop has no category " + category);
        }
        return shopCategory;
    }

    /** A department, by its share of the trade. */
    static ShopCategory draw(SeededRandom seededRandom) {
        Map<ShopCategory, Double> shares = new EnumMap<>(ShopCategory.class);
        Arrays.stream(values()).forEach(each -> shares.put(each, each.share));
        return seededRandom.weighted(shares);
    }

    @Override
    public String category() {
        return category;
    }

    @Override
    public double seasonalFactor(Instant at) {
        double day = LocalDate.ofInstant(at, ZoneOffset.UTC).getDayOfYear();
        return 1 + swing * Math.cos(2 * Math.PI * (day - peakDay) / 365.25);
    }

    @Override
    public Map<String, Double> companions() {
        return companions;
    }
}
