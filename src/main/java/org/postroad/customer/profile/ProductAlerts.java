package org.postroad.customer.profile;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroad.catalog.ProductChanges;
import org.postroad.catalog.ProductChanges.PendingChange;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.time.ScheduledWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records for each customer who showed interest in a product that it is back in stock ({@code back_in_stock}) or costs
 * less ({@code price_dropped}), once for each change, from {@code postroad.customer.interest-from} on. All profiles are
 * gone through in the order of their customers' ids, a page in a transaction, which also remembers how far it came; all
 * changes that wait share one way through. So a thousand new prices cost no more than one.
 */
@Component
@Order(ScheduledWork.PRODUCT_ALERTS)
class ProductAlerts implements ScheduledWork {

    private static final int MOST_AT_ONCE = 1_000;
    private static final int PAGE = 2_000;

    private final ProductChanges news;
    private final JdbcProfiles profiles;
    private final EventIntake intake;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final double interestFrom;

    ProductAlerts(
            ProductChanges news,
            JdbcProfiles profiles,
            EventIntake intake,
            PlatformTransactionManager transactions,
            Clock clock,
            ProfileSettings settings) {
        this.news = news;
        this.profiles = profiles;
        this.intake = intake;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.interestFrom = settings.interestFrom();
    }

    @Override
    public String name() {
        return "announcements";
    }

    @Override
    public Optional<Instant> nextDue() {
        return news.oldestAt();
    }

    /** Goes one page on. */
    @Override
    public int runDue() {
        Integer considered = transaction.execute(status -> {
            List<PendingChange> items = news.lockOldest(MOST_AT_ONCE);
            if (!items.isEmpty()) {
                recordAlerts(items);
            }
            return items.size();
        });
        return considered == null ? 0 : considered;
    }

    private void recordAlerts(List<PendingChange> items) {
        List<String> products = items.stream().map(PendingChange::productId).toList();
        ProfilePage page = profiles.pageAfter(items.get(0).toldUpTo(), PAGE, products);
        intake.record(page.interested().entrySet().stream()
                .flatMap(each -> eventsFor(each.getKey(), each.getValue(), items))
                .toList());
        page.last().ifPresentOrElse(last -> news.markToldUpTo(last, items), () -> news.markTold(items));
    }

    private Stream<Event> eventsFor(String customerId, Profile profile, List<PendingChange> items) {
        Instant now = clock.instant();
        return items.stream()
                .filter(pendingChange -> profile.interestIn(pendingChange.productId(), now) >= interestFrom)
                .map(pendingChange -> event(customerId, pendingChange));
    }

    /** The id says which change and whose: told twice, it is the same event. */
    private static Event event(String customerId, PendingChange pendingChange) {
        return new Event(
                "product-change:" + pendingChange.id() + ":" + customerId,
                customerId,
                pendingChange.type(),
                pendingChange.at(),
                pendingChange.properties());
    }

    /**
     * Profiles of so many customers.
     *
     * @param interested of those who looked at or carted one of the products
     * @param last the last customer of the page; empty if there was nobody any more
     */
    record ProfilePage(Map<String, Profile> interested, Optional<String> last) {}
}
