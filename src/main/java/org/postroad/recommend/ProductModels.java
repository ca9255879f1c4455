package org.postroad.recommend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.postroad.time.RehearsalMode.ClockReset;
import org.postroad.time.TimeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** This node's {@link ProductModel}, learned again when it is a day old; while nothing was bought yet, a minute. */
@Component
class ProductModels {

    private static final Duration MAX_AGE = Duration.ofDays(1);
    private static final Duration MAX_AGE_WHILE_EMPTY = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(ProductModels.class);

    private final PurchaseRecords records;
    private final Learned<ProductModel> learned;

    ProductModels(PurchaseRecords records, Clock clock, TimeSettings time) {
        this.records = records;
        this.learned = new Learned<>(
                "What customers buy", ProductModel.EMPTY, this::learn, ProductModels::maxAge, clock, time);
    }

    ProductModel current() {
        return learned.get();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        learned.begin();
    }

    /** Learns a new model now. */
    void refresh() {
        learned.refresh();
    }

    @EventListener(ClockReset.class)
    void discard() {
        learned.discard();
    }

    private ProductModel learn(Instant now) {
        ProductModel model = ProductModel.learn(records, now);
        log.debug(
                "Learned from {} customers what they buy of {} products",
                model.model().customers(),
                model.products().size());
        return model;
    }

    private static Duration maxAge(ProductModel known) {
        return known.products().isEmpty() ? MAX_AGE_WHILE_EMPTY : MAX_AGE;
    }
}
