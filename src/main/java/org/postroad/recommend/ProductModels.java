package org.postroad.recommend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.postroad.time.RehearsalMode.ClockReset;
import org.postroad.time.TimeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * This node's {@link ProductModel}: learned at the first use, and again in a thread of its own when it is a day old; while nothing
 * was bought yet, when it is a minute old. Where time is moved by hand, the thread that asks learns.
 */
@Component
class ProductModels {

    private static final Duration MAX_AGE = Duration.ofDays(1);
    private static final Duration MAX_AGE_WHILE_EMPTY = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(ProductModels.class);

    private final PurchaseRecords records;
    private final Clock clock;
    private final boolean background;
    private final ReentrantLock learning = new ReentrantLock();
    private volatile @Nullable ProductModel latest;

    ProductModels(PurchaseRecords records, Clock clock, TimeSettings time) {
        this.records = records;
        this.clock = clock;
        this.background = time.background();
    }

    ProductModel current() {
        ProductModel known = latest;
        if (known == null) {
            return learnFirst();
        }
        if (!known.at().plus(maxAge(known)).isAfter(clock.instant()) && !learning.isLocked()) {
            return background ? learnInBackground(known) : refresh();
        }
        return known;
    }

    /** Learns a new model now. */
    ProductModel refresh() {
        learning.lock();
        try {
            Instant now = clock.instant();
            ProductModel learned = ProductModel.learn(records, now);
            log.debug(
                    "Learned from {} customers what they buy of {} products",
                    learned.model().customers(),
                    learned.products().size());
            latest = learned;
            return learned;
        } finally {
            learning.unlock();
        }
    }

    @EventListener(ClockReset.class)
    void discard() {
        latest = null;
    }

    private static Duration maxAge(ProductModel known) {
        return known.products().isEmpty() ? MAX_AGE_WHILE_EMPTY : MAX_AGE;
    }

    private ProductModel learnFirst() {
        learning.lock();
        try {
            ProductModel meanwhile = latest;
            return meanwhile == null ? refresh() : meanwhile;
        } finally {
            learning.unlock();
        }
    }

    private ProductModel learnInBackground(ProductModel meanwhile) {
        Thread thread = new Thread(() -> replace(meanwhile), "postroad-recommend");
        thread.setDaemon(true);
        thread.start();
        return meanwhile;
    }

    /** Unless another thread is at it, or has done it. */
    private void replace(ProductModel old) {
        if (learning.tryLock()) {
            try {
                if (latest == old) {
                    refresh();
                }
            } catch (RuntimeException e) {
                log.warn("What customers buy could not be learned; the model of before stays in use", e);
            } finally {
                learning.unlock();
            }
        }
    }
}
