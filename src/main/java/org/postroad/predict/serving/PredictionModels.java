package org.postroad.predict.serving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.postroad.model.ModelSwitch;
import org.postroad.predict.lifetime.LifetimeModel;
import org.postroad.predict.lifetime.LifetimeTraining;
import org.postroad.predict.replenishment.ProductHistories;
import org.postroad.predict.replenishment.ReplenishmentTraining;
import org.postroad.time.Learned;
import org.postroad.time.RehearsalMode.ClockReset;
import org.postroad.time.TimeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The models in use. Each is learned in the background from what was bought up to the end of the day before (UTC), once a day;
 * while few customers have bought, more often. The first node that has learned stores what it learned for all. Before that,
 * and until there are data, the models are their priors.
 */
@Component
class PredictionModels {

    static final String LIFETIME = "lifetime";
    static final String REPLENISHMENT = "replenishment";

    private static final LearnedModel<LifetimeModel> ASSUMED_LIFETIME =
            new LearnedModel<>(LifetimeTraining.fit(Stream.empty(), 0), Instant.EPOCH, Instant.EPOCH);
    private static final LearnedModel<HabitModel> ASSUMED_HABITS = new LearnedModel<>(
            new HabitModel(ReplenishmentTraining.fit(Stream::empty), 0), Instant.EPOCH, Instant.EPOCH);

    private static final int FEW = 200;
    private static final Duration MAX_AGE = Duration.ofDays(1);
    private static final Duration MAX_AGE_OF_FEW = Duration.ofHours(1);
    private static final Duration MAX_AGE_WHILE_EMPTY = Duration.ofMinutes(1);
    private static final Duration MAX_AGE_IN_REHEARSALS = Duration.ofDays(7);
    private static final Logger log = LoggerFactory.getLogger(PredictionModels.class);

    private final PurchaseStream purchases;
    private final StoredModels stored;
    private final ModelSwitch modelSwitch;
    private final Clock clock;
    private final boolean background;
    private final Learned<LearnedModel<LifetimeModel>> lifetime;
    private final Learned<LearnedModel<HabitModel>> habits;

    PredictionModels(
            PurchaseStream purchases, StoredModels stored, ModelSwitch modelSwitch, Clock clock, TimeSettings time) {
        this.purchases = purchases;
        this.stored = stored;
        this.modelSwitch = modelSwitch;
        this.clock = clock;
        this.background = time.background();
        this.lifetime = new Learned<>(
                "Who buys again",
                ASSUMED_LIFETIME,
                now -> current("lifetime-2", LifetimeModel.class, now, this::fitLifetime, LifetimeModel::customers),
                this::age,
                clock,
                time);
        this.habits = new Learned<>(
                "When products are needed again",
                ASSUMED_HABITS,
                now -> current("replenishment-1", HabitModel.class, now, this::fitHabits, HabitModel::histories),
                this::age,
                clock,
                time);
    }

    /** The one to be used: what is assumed before there are data if people have stopped it. */
    LearnedModel<LifetimeModel> lifetime() {
        return modelSwitch.isStopped(LIFETIME) ? ASSUMED_LIFETIME : lifetime.get();
    }

    /** The one to be used: what is assumed before there are data if people have stopped it. */
    LearnedModel<HabitModel> habits() {
        return modelSwitch.isStopped(REPLENISHMENT) ? ASSUMED_HABITS : habits.get();
    }

    LearnedModel<LifetimeModel> learnedLifetime() {
        return lifetime.get();
    }

    LearnedModel<HabitModel> learnedHabits() {
        return habits.get();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        lifetime.begin();
        habits.begin();
    }

    /** Takes over what is stored, or learns, now. */
    void refresh() {
        lifetime.refresh();
        habits.refresh();
    }

    @EventListener(ClockReset.class)
    void discard() {
        lifetime.discard();
        habits.discard();
    }

    private <T> LearnedModel<T> current(
            String name, Class<T> type, Instant now, Function<Instant, T> fit, Function<T, Integer> size) {
        return stored.find(name, type, now).orElseGet(() -> {
            T model = fit.apply(Days.startOf(Days.of(now)));
            log.debug("Learned the model '{}' from {} histories", name, size.apply(model));
            return stored.store(name, type, new LearnedModel<>(model, now, now.plus(maxAge(size.apply(model)))));
        });
    }

    private Duration maxAge(int histories) {
        if (!background) {
            return MAX_AGE_IN_REHEARSALS;
        }
        return histories == 0 ? MAX_AGE_WHILE_EMPTY : histories < FEW ? MAX_AGE_OF_FEW : MAX_AGE;
    }

    private Duration age(LearnedModel<?> model) {
        return Duration.between(clock.instant(), model.validUntil());
    }

    private LifetimeModel fitLifetime(Instant before) {
        return purchases.learnFromCustomers(before, customers -> LifetimeTraining.fit(customers, Days.of(before) - 1));
    }

    private HabitModel fitHabits(Instant before) {
        return purchases.learnFromProducts(before, products -> {
            AtomicInteger histories = new AtomicInteger();
            try (Stream<ProductHistories> each = products.get()) {
                histories.set(
                        each.mapToInt(product -> product.histories().size()).sum());
            }
            return new HabitModel(ReplenishmentTraining.fit(products), histories.get());
        });
    }
}
