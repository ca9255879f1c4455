package org.postroad.customer.profile;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.postroad.catalog.ProductChanges;
import org.postroad.catalog.ProductChanges.PendingChange;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.time.ScheduledWork;
import org.postroad.time.WorkTopic;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Alerts customers whose interest in a product is at least {@code postroad.customer.interest-from} that it is back in
 * stock ({@code back_in_stock}) or costs less ({@code price_dropped}), once for each change.
 *
 * <p>It scans all profiles in the order of customer ids, one page in a transaction, which also stores the position. All
 * pending changes share one scan, so that a thousand new prices cost no more than one.
 */
@Component
@Order(ScheduledWork.PRODUCT_ALERTS)
class ProductAlerts implements ScheduledWork {

    private static final int MOST_CHANGES = 1_000;
    private static final int PAGE_SIZE = 2_000;

    private final ProductChanges changes;
    private final JdbcProfiles profiles;
    private final EventIntake intake;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final double interestFrom;

    ProductAlerts(
            ProductChanges changes,
            JdbcProfiles profiles,
            EventIntake intake,
            PlatformTransactionManager transactions,
            Clock clock,
            ProfileSettings settings) {
        this.changes = changes;
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
    public Set<WorkTopic> topics() {
        return Set.of(WorkTopic.PRODUCT_CHANGES);
    }

    @Override
    public Optional<Instant> nextDue() {
        return changes.oldestAt();
    }

    /** Scans one page. */
    @Override
    public int runDue() {
        Integer considered = transaction.execute(status -> {
            List<PendingChange> pending = changes.lockOldest(MOST_CHANGES);
            if (!pending.isEmpty()) {
                recordAlerts(pending);
            }
            return pending.size();
        });
        return considered == null ? 0 : considered;
    }

    private void recordAlerts(List<PendingChange> pending) {
        List<String> products = pending.stream().map(PendingChange::productId).toList();
        ProfilePage page = profiles.pageAfter(pending.get(0).toldUpTo(), PAGE_SIZE, products);
        intake.record(page.interested().entrySet().stream()
                .flatMap(each -> eventsFor(each.getKey(), each.getValue(), pending))
                .toList());
        page.last().ifPresentOrElse(last -> changes.markToldUpTo(last, pending), () -> changes.markTold(pending));
    }

    private Stream<Event> eventsFor(String customerId, Profile profile, List<PendingChange> pending) {
        Instant now = clock.instant();
        return pending.stream()
                .filter(change -> profile.interestIn(change.productId(), now) >= interestFrom)
                .map(change -> event(customerId, change));
    }

    /** The id is made of change and customer, so that a repeated alert is a duplicate event. */
    private static Event event(String customerId, PendingChange change) {
        return new Event(
                "product-change:" + change.id() + ":" + customerId,
                customerId,
                change.type(),
                change.at(),
                change.properties());
    }

    /**
     * A page of the scan.
     *
     * @param interested profiles, by customer id, of those who viewed or carted one of the products
     * @param last the last customer id of the page; empty if there are no more customers
     */
    record ProfilePage(Map<String, Profile> interested, Optional<String> last) {}
}
