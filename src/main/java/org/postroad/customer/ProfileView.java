package org.postroad.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.profile.Profile;

/**
 * A profile as REST shows it: decayed numbers as of now, and of each map the twenty largest entries, largest first.
 *
 * @param discountShare absent while there are no orders
 */
public record ProfileView(
        long orders,
        BigDecimal revenue,
        @Nullable Instant lastPurchaseAt,
        @Nullable Instant lastSeenAt,
        double frequency,
        double money,
        @Nullable Double discountShare,
        double mailsSent,
        double mailsOpened,
        double mailsClicked,
        Map<String, Double> productViews,
        Map<String, Double> categoryViews,
        Map<String, Double> purchasedProducts,
        Map<String, Double> topics,
        Map<Integer, Double> engagementByMinuteOfWeek) {

    private static final int SHOWN = 20;

    /** @param now the moment as of which decayed numbers are read */
    public static ProfileView of(Profile profile, Instant now) {
        double discountShare = profile.discountShare(now);
        return new ProfileView(
                profile.orders(),
                profile.revenue(),
                profile.lastPurchaseAt().orElse(null),
                profile.lastSeenAt().orElse(null),
                profile.frequency(now),
                profile.money(now),
                Double.isFinite(discountShare) ? discountShare : null,
                profile.mailsSent(now),
                profile.mailsOpened(now),
                profile.mailsClicked(now),
                largest(profile.productViews(now)),
                largest(profile.categoryViews(now)),
                largest(profile.purchasedProducts(now)),
                largest(profile.topics(now)),
                largest(profile.engagementByMinuteOfWeek(now)));
    }

    private static <K> Map<K, Double> largest(Map<K, Double> counters) {
        Map<K, Double> largest = new LinkedHashMap<>();
        counters.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .forEach(entry -> largest.put(entry.getKey(), entry.getValue()));
        return largest;
    }
}
