package org.postroad.recommend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.postroad.model.ModelReport;
import org.postroad.model.ModelSource;
import org.postroad.model.ModelSwitch;
import org.postroad.time.Learned;
import org.postroad.time.RehearsalMode.ClockReset;
import org.postroad.time.TimeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** This node's {@link ProductModel}, learned again when it is a day old; while nothing was bought yet, a minute. */
@Component
class ProductModels implements ModelSource {

    static final String NAME = "product-recommendations";

    private static final Duration MAX_AGE = Duration.ofDays(1);
    private static final Duration MAX_AGE_WHILE_EMPTY = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(ProductModels.class);

    private final PurchaseRecords records;
    private final ModelSwitch modelSwitch;
    private final Learned<ProductModel> learned;

    ProductModels(PurchaseRecords records, ModelSwitch modelSwitch, Clock clock, TimeSettings time) {
        this.records = records;
        this.modelSwitch = modelSwitch;
        this.learned = new Learned<>(
                "What customers buy", ProductModel.EMPTY, this::learn, ProductModels::maxAge, clock, time);
    }

    /** The latest model; the empty one while people have stopped it. */
    ProductModel current() {
        ProductModel model = learned.get();
        return modelSwitch.isStopped(NAME) ? ProductModel.EMPTY : model;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ModelReport report() {
        ProductModel known = learned.get();
        boolean any = !known.products().isEmpty();
        return ModelReport.of(
                NAME,
                "Product recommendations",
                "Which products a customer buys next that they have not bought yet, and which they buy again.",
                "The newest products of the categories that the customer looks at. On past data (the command evaluate) also what"
                        + " sells most, and what the customer has bought most often.",
                any ? known.learnedAt() : null,
                any
                        ? "It is used for every product that enough customers have bought; others are recommended by category."
                        : "No product has been bought by enough customers yet.",
                "Products of the categories that the customer looks at are recommended.",
                any ? facts(known) : Map.of());
    }

    private static Map<String, String> facts(ProductModel known) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Kind", known.model().items().method());
        facts.put(
                "Learned from",
                String.format(
                        Locale.ROOT,
                        "%,d customers and %,d products",
                        known.model().customers(),
                        known.products().size()));
        return facts;
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
