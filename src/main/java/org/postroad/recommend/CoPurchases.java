package org.postroad.recommend;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.postroad.time.RehearsalMode.ClockReset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was bought together in the last year: item-to-item cosine over orders (Sarwar et al., "Item-based collaborative
 * filtering recommendation algorithms", WWW 2001), shrunk while there are few orders. Counted when first asked and again
 * when an hour old; whoever asks meanwhile gets the older counts.
 */
@Component
class CoPurchases {

    private static final String COUNT = Sql.of(CoPurchases.class, "count-co-purchases");
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int MOST_ORDERS = 100_000;
    private static final int LARGEST_BASKET = 30;
    private static final int PARTNERS_KEPT = 50;

    /** Pairs seen so often count for half of what they would with endless orders. */
    private static final double SHRINKAGE = 3;

    private static final Logger log = LoggerFactory.getLogger(CoPurchases.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile @Nullable PairSnapshot pairSnapshot;

    CoPurchases(DataSource database, Clock clock) {
        this.jdbc = JdbcClient.create(database); // may take longer than a caller over HTTP would wait
        this.clock = clock;
    }

    /** Likeness by partner, strongest first. */
    List<Partner> partnersOf(String productId) {
        return current().partners().getOrDefault(productId, List.of());
    }

    /** Counts again now. */
    PairSnapshot refresh() {
        Instant now = clock.instant();
        Map<String, List<Partner>> partners = new HashMap<>();
        jdbc.sql(COUNT)
                .param("since", Timestamp.from(now.minus(YEAR)))
                .param("mostOrders", MOST_ORDERS)
                .param("largestBasket", LARGEST_BASKET)
                .query((row, number) -> Map.entry(
                        row.getString("product_id"),
                        Partner.of(
                                row.getString("partner_id"),
                                row.getLong("together"),
                                row.getLong("product_orders"),
                                row.getLong("partner_orders"))))
                .list()
                .forEach(each -> partners.computeIfAbsent(each.getKey(), none -> new ArrayList<>())
                        .add(each.getValue()));
        partners.replaceAll((product, all) -> strongest(all));
        log.debug("Counted what is bought together with {} products", partners.size());
        return pairSnapshot = new PairSnapshot(partners, now);
    }

    @EventListener(ClockReset.class)
    void forget() {
        pairSnapshot = null;
    }

    private PairSnapshot current() {
        PairSnapshot known = pairSnapshot;
        if (known == null) {
            return countForTheFirstTime();
        }
        if (known.at().plus(REMEMBERED).isBefore(clock.instant()) && counting.tryLock()) {
            try {
                return refresh();
            } finally {
                counting.unlock();
            }
        }
        return known;
    }

    private PairSnapshot countForTheFirstTime() {
        counting.lock();
        try {
            PairSnapshot meanwhile = pairSnapshot;
            return meanwhile == null ? refresh() : meanwhile;
        } finally {
            counting.unlock();
        }
    }

    private static List<Partner> strongest(List<Partner> all) {
        return all.stream()
                .sorted(Comparator.comparingDouble(Partner::likeness).reversed().thenComparing(Partner::productId))
                .limit(PARTNERS_KEPT)
                .toList();
    }

    record PairSnapshot(Map<String, List<Partner>> partners, Instant at) {}

    /** @param likeness in [0, 1] */
    record Partner(String productId, double likeness) {

        static Partner of(String productId, long together, long productOrders, long partnerOrders) {
            double cosine = together / Math.sqrt((double) productOrders * partnerOrders);
            return new Partner(productId, cosine * together / (together + SHRINKAGE));
        }
    }
}
