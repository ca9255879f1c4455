package org.postroad.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.customer.profile.Profiles;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;

@PostroadTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PointInTimeReplayIT {

    @Autowired
    DecisionContextLoader decisionContextLoader;

    @Autowired
    Profiles profiles;

    @Autowired
    EventLog log;

    @Autowired
    Catalog catalog;

    @Autowired
    EventIntake intake;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    private SmallShop shop;

    @BeforeAll
    void aCustomerWithAHistory() {
        shop = new SmallShop("replay", catalog, intake, clock.instant())
                .sells("shoes", "shoes", 129.95, 61)
                .sells("cheap-shoes", "shoes", 79.95, 38)
                .givesStandardOffers()
                .hasSubscriber("anne")
                .ordered("anne", 100, "SAVE", "shoes")
                .ordered("anne", 10, null, "cheap-shoes")
                .happened("anne", "email_sent", 30, Map.of())
                .happened("anne", "email_sent", 20, Map.of())
                .happened("anne", "email_opened", 19.5, Map.of())
                .viewed("anne", "cheap-shoes", 3);
        shop.recordEvents();
        workScheduler.runDue();
    }

    @Test
    void equalsTheServedVectorNow() {
        Optional<Offer> offer = catalog.offer(shop.id("ten-percent"));
        float[] served = Features.vector(decisionContextLoader.load(shop.id("anne"), List.of(shop.id("shoes"))), offer);
        float[] replayed = replayed(clock.instant(), List.of(shop.id("shoes")), offer);
        assertThat(Features.byName(served)).hasSizeGreaterThan(15);
        assertThat(replayed).containsExactly(served, offset(1e-4f));
    }

    @Test
    void omitsLaterEvents() {
        Map<String, Float> then =
                Features.byName(replayed(clock.instant().minusSeconds(15 * 86_400), List.of(), Optional.empty()));
        assertThat(then)
                .containsEntry("orders", 1f)
                .containsEntry("discount_share", 1f)
                .containsEntry("mails_in_four_weeks", 2f)
                .containsEntry("recent_views", 0f)
                .doesNotContainKey("focus_price");
        assertThat(then.get("days_since_purchase")).isEqualTo(85f);
    }

    @Test
    void takesTheMostViewedProductAsTheFocus() {
        Map<String, Float> now = Features.byName(replayed(clock.instant(), List.of(), Optional.empty()));
        assertThat(now).containsEntry("focus_price", 79.95f);
        assertThat(now.get("viewed_price_level")).isLessThan(1);
    }

    private float[] replayed(Instant at, List<String> productIds, Optional<Offer> offer) {
        List<float[]> vectors = new ArrayList<>();
        new PointInTimeReplay(log.ofCustomer(shop.id("anne"), Instant.EPOCH), profiles.blank(), catalog, ZoneOffset.UTC)
                .visit(
                        List.of(new PastMoment(at, productIds)),
                        (moment, context) -> vectors.add(Features.vector(context, offer)));
        return vectors.get(0);
    }

    private record PastMoment(Instant at, List<String> productIds) implements PointInTimeReplay.PointInTime {}
}
