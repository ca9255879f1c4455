package org.postroad.recommend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postroad.recommend.model.ShrunkLift;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.time.Learned;
import org.postroad.time.RehearsalMode.ClockReset;
import org.postroad.time.TimeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Products bought together in the last year more often than by chance ({@link ShrunkLift}); counted again after six hours, in
 * rehearsals a day.
 */
@Component
class CoPurchases {

    private static final String COUNT = Sql.of(CoPurchases.class, "count-co-purchases");
    private static final Duration MAX_AGE = Duration.ofHours(6);
    private static final Duration MAX_AGE_IN_REHEARSALS = Duration.ofDays(1);
    private static final Duration MAX_AGE_WHILE_EMPTY = Duration.ofMinutes(10);
    private static final Duration PERIOD = Duration.ofDays(365);
    private static final int MOST_ORDERS = 100_000;
    private static final int MOST_ITEMS = 30;
    private static final int PARTNERS_KEPT = 50;

    private static final Logger log = LoggerFactory.getLogger(CoPurchases.class);

    private final JdbcClient jdbc;
    private final boolean rehearsal;
    private final Learned<Map<String, List<Partner>>> partners;

    CoPurchases(DataSource database, Clock clock, TimeSettings time) {
        this.jdbc = JdbcClient.create(database); // without the time limit of HTTP requests
        this.rehearsal = time.rehearsal();
        this.partners = new Learned<>("What is bought together", Map.of(), this::count, this::maxAge, clock, time);
    }

    /** The products most often bought together with this one, highest lift first. */
    List<Partner> partnersOf(String productId) {
        return partners.get().getOrDefault(productId, List.of());
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        partners.begin();
    }

    /** Counts now. */
    void refresh() {
        partners.refresh();
    }

    @EventListener(ClockReset.class)
    void discard() {
        partners.discard();
    }

    private Map<String, List<Partner>> count(Instant now) {
        Map<String, List<Partner>> all = new HashMap<>();
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
                .forEach(each -> all.computeIfAbsent(each.getKey(), first -> new ArrayList<>())
                        .add(each.getValue()));
        all.replaceAll((product, each) -> highest(each));
        log.debug("Computed co-purchases of {} products", all.size());
        return all;
    }

    private Duration maxAge(Map<String, List<Partner>> known) {
        if (rehearsal) {
            return MAX_AGE_IN_REHEARSALS;
        }
        return known.isEmpty() ? MAX_AGE_WHILE_EMPTY : MAX_AGE;
    }

    private static List<Partner> highest(List<Partner> all) {
        return all.stream()
                .filter(partner -> partner.lift() > 0)
                .sorted(Comparator.comparingDouble(Partner::lift).reversed().thenComparing(Partner::productId))
                .limit(PARTNERS_KEPT)
                .toList();
    }

    /** @param lift shrunk, on a logarithmic scale, above 0 */
    record Partner(String productId, double lift) {

        static Partner of(String productId, long together, long productOrders, long partnerOrders, long orders) {
            return new Partner(productId, ShrunkLift.log(together, productOrders, partnerOrders, orders));
        }
    }
}
