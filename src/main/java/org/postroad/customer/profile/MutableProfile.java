package org.postroad.customer.profile;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.CatalogLookup;
import org.postroad.event.Event;

/**
 * A profile to which events are added. The order of events does not matter, except for rounding in the last digits of
 * decayed numbers, and for counters with more than 500 keys, of which the smallest are dropped. An event that is added
 * twice counts twice.
 *
 * <p>The same code updates stored profiles and replays a history for training: start from {@link Profiles#blank()},
 * {@link #add} the events before a moment, and read as of that moment. Not thread-safe.
 */
public final class MutableProfile implements Profile {

    private final DecayedCounters sums;
    private final RecentMails recentMails;
    private long orders;
    private BigDecimal revenue;
    private @Nullable Instant firstPurchaseAt;
    private @Nullable Instant lastPurchaseAt;
    private @Nullable Instant lastSeenAt;
    private boolean changed;

    MutableProfile(
            DecayedCounters sums,
            RecentMails recentMails,
            long orders,
            BigDecimal revenue,
            @Nullable Instant firstPurchaseAt,
            @Nullable Instant lastPurchaseAt,
            @Nullable Instant lastSeenAt) {
        this.sums = sums;
        this.recentMails = recentMails;
        this.orders = orders;
        this.revenue = revenue;
        this.firstPurchaseAt = firstPurchaseAt;
        this.lastPurchaseAt = lastPurchaseAt;
        this.lastSeenAt = lastSeenAt;
    }

    /** An empty profile with this half-life. */
    public static MutableProfile empty(Duration halfLife) {
        return new MutableProfile(
                new DecayedCounters(halfLife), new RecentMails(), 0, BigDecimal.ZERO, null, null, null);
    }

    /**
     * Adds an event; types that say nothing about the customer change nothing.
     *
     * @param catalogLookup gives categories and topics; a product or article that it does not know counts for none
     * @param zone the customer's time zone
     * @return whether it changed anything
     */
    public boolean add(Event event, CatalogLookup catalogLookup, ZoneId zone) {
        changed = false;
        ProfileContribution.of(event).addTo(this, event, catalogLookup, zone);
        return changed;
    }

    void count(ProfileCounter counter, String key, double amount, Event event) {
        changed = true;
        sums.add(counter, key, amount, event.occurredAt());
    }

    void sent(Event mail) {
        changed = true;
        recentMails.sent(mail);
    }

    void responded(Event openOrClick) {
        changed = true;
        recentMails.responded(openOrClick);
    }

    void order(Instant at) {
        changed = true;
        orders++;
        firstPurchaseAt = firstPurchaseAt == null || at.isBefore(firstPurchaseAt) ? at : firstPurchaseAt;
        lastPurchaseAt = later(lastPurchaseAt, at);
    }

    void money(BigDecimal amount) {
        changed = true;
        revenue = revenue.add(amount);
    }

    void seen(Instant at) {
        changed |= lastSeenAt == null || at.isAfter(lastSeenAt);
        lastSeenAt = later(lastSeenAt, at);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    @Override
    public long orders() {
        return orders;
    }

    @Override
    public BigDecimal revenue() {
        return revenue;
    }

    @Override
    public Optional<Instant> firstPurchaseAt() {
        return Optional.ofNullable(firstPurchaseAt);
    }

    @Override
    public Optional<Instant> lastPurchaseAt() {
        return Optional.ofNullable(lastPurchaseAt);
    }

    @Override
    public Optional<Instant> lastSeenAt() {
        return Optional.ofNullable(lastSeenAt);
    }

    @Override
    public double frequency(Instant at) {
        return sums.at(at, ProfileCounter.ORDERS);
    }

    @Override
    public double money(Instant at) {
        return sums.at(at, ProfileCounter.MONEY);
    }

    @Override
    public double discountShare(Instant at) {
        return sums.at(at, ProfileCounter.DISCOUNTED_ORDERS) / sums.at(at, ProfileCounter.ORDERS);
    }

    @Override
    public Map<String, Double> productViews(Instant at) {
        return sums.allAt(at, ProfileCounter.PRODUCT_VIEWS);
    }

    @Override
    public double interestIn(String productId, Instant at) {
        return sums.at(at, ProfileCounter.PRODUCT_VIEWS, productId)
                + CART_WEIGHT * sums.at(at, ProfileCounter.CARTED_PRODUCTS, productId);
    }

    @Override
    public Map<String, Double> categoryViews(Instant at) {
        return sums.allAt(at, ProfileCounter.CATEGORY_VIEWS);
    }

    @Override
    public Map<String, Double> purchasedProducts(Instant at) {
        Map<String, Double> pieces = sums.allAt(at, ProfileCounter.PURCHASED_PRODUCTS);
        pieces.values().removeIf(quantity -> quantity <= 0); // all pieces were returned
        return pieces;
    }

    @Override
    public Map<String, Double> topics(Instant at) {
        return sums.allAt(at, ProfileCounter.TOPICS);
    }

    @Override
    public double mailsSent(Instant at) {
        return sums.at(at, ProfileCounter.MAILS_SENT);
    }

    @Override
    public double mailsOpened(Instant at) {
        return sums.at(at, ProfileCounter.MAILS_OPENED);
    }

    @Override
    public double mailsClicked(Instant at) {
        return sums.at(at, ProfileCounter.MAILS_CLICKED);
    }

    @Override
    public Map<Integer, Double> engagementByMinuteOfWeek(Instant at) {
        Map<Integer, Double> byMinute = new HashMap<>();
        sums.allAt(at, ProfileCounter.ENGAGEMENT)
                .forEach((minute, weight) -> byMinute.put(Integer.valueOf(minute), weight));
        return byMinute;
    }

    @Override
    public List<PastMail> recentMails() {
        return recentMails.mails();
    }

    RecentMails mails() {
        return recentMails;
    }

    DecayedCounters sums() {
        return sums;
    }
}
