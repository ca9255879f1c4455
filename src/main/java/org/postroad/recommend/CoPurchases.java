package org.postroad.recommend;

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
import org.postroad.recommend.model.ShrunkLift;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.time.RehearsalMode.ClockReset;
import org.postroad.time.TimeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Products bought together in the last year more often than by chance ({@link ShrunkLift}).
 *
 * <p>The lifts are a snapshot, computed at the first use and again when it is six hours old, in rehearsals a day. One
 * thread computes; the others get the older snapshot meanwhile.
 */
@Component
class CoPurchases {

    private static final String COUNT = Sql.of(CoPurchases.class, "count-co-purchases");
    private static final Duration MAX_AGE = Duration.ofHours(6);
    private static final Duration MAX_AGE_IN_REHEARSALS = Duration.ofDays(1);
    private static final Duration PERIOD = Duration.ofDays(365);
    private static final int MOST_ORDERS = 100_000;
    private static final int MOST_ITEMS = 30;
    private static final int PARTNERS_KEPT = 50;

    private static final Logger log = LoggerFactory.getLogger(CoPurchases.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration maxAge;
    private final ReentrantLock computing = new ReentrantLock();
    private volatile @Nullable PairSnapshot snapshot;

    CoPurchases(DataSource database, Clock clock, TimeSettings time) {
        this.jdbc = JdbcClient.create(database); // without the time limit of HTTP requests
        this.clock = clock;
        this.maxAge = time.rehearsal() ? MAX_AGE_IN_REHEARSALS : MAX_AGE;
    }

    /** The products most often bought together with this one, highest lift first. */
    List<Partner> partnersOf(String productId) {
        return current().partners().getOrDefault(productId, List.of());
    }

    /** Computes a new snapshot now. */
    PairSnapshot refresh() {
        Instant now = clock.instant();
        Map<String, List<Partner>> partners = new HashMap<>();
        jdbc.sql(COUNT)
                .param("since", SqlValues.timestamp(now.minus(PERIOD)))
                .param("mostOrders", MOST_ORDERS)
                .param("mostItems", MOST_ITEMS)
                .query((row, number) -> Map.entry(
                        row.getString("product_id"),
                        Partner.of(
                                row.getString("partner_id"),
                                row.getLong("together"),
                                row.getLong("product_orders"),
                                row.getLong("partner_orders"),
                                row.getLong("all_orders"))))
                .list()
                .forEach(each -> partners.computeIfAbsent(each.getKey(), first -> new ArrayList<>())
                        .add(each.getValue()));
        partners.replaceAll((product, all) -> highest(all));
        log.debug("Computed co-purchases of {} products", partners.size());
        return snapshot = new PairSnapshot(partners, now);
    }

    @EventListener(ClockReset.class)
    void discard() {
        snapshot = null;
    }

    private PairSnapshot current() {
        PairSnapshot known = snapshot;
        if (known == null) {
            return computeFirst();
        }
        if (known.at().plus(maxAge).isBefore(clock.instant()) && computing.tryLock()) {
            try {
                return refresh();
            } finally {
                computing.unlock();
            }
        }
        return known;
    }

    private PairSnapshot computeFirst() {
        computing.lock();
        try {
            PairSnapshot meanwhile = snapshot;
            return meanwhile == null ? refresh() : meanwhile;
        } finally {
            computing.unlock();
        }
    }

    private static List<Partner> highest(List<Partner> all) {
        return all.stream()
                .filter(partner -> partner.lift() > 0)
                .sorted(Comparator.comparingDouble(Partner::lift).reversed().thenComparing(Partner::productId))
                .limit(PARTNERS_KEPT)
                .toList();
    }

    record PairSnapshot(Map<String, List<Partner>> partners, Instant at) {}

    /** @param lift shrunk, on a logarithmic scale, above 0 */
    record Partner(String productId, double lift) {

        static Partner of(String productId, long together, long productOrders, long partnerOrders, long orders) {
            return new Partner(productId, ShrunkLift.log(together, productOrders, partnerOrders, orders));
        }
    }
}
