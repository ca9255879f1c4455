package org.postroad.journey;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.Customer;
import org.postroad.customer.Profile;
import org.postroad.customer.RecentViews;
import org.springframework.util.function.SingletonSupplier;

/**
 * {@code customer}: whose walk it is. A period is ISO 8601, {@code P1D} or {@code PT24H}, and counts back from now in
 * the customer's time zone.
 */
public final class CustomerWord implements Word {

    private final String id;
    private final Supplier<Optional<Customer>> known;
    private final Supplier<Profile> profile;
    private final RecentViews views;
    private final Clock clock;

    /** What is read of the customer and of the profile is read once, when it is asked for. */
    CustomerWord(
            String id, Supplier<Optional<Customer>> known, Supplier<Profile> profile, RecentViews views, Clock clock) {
        this.id = id;
        this.known = SingletonSupplier.of(known);
        this.profile = SingletonSupplier.of(profile);
        this.views = views;
        this.clock = clock;
    }

    public String id() {
        return id;
    }

    public @Nullable String locale() {
        return known().map(Customer::locale).orElse(null);
    }

    /** What the shop told beyond our own fields; empty if it did not. */
    public @Nullable Object attribute(String name) {
        return known().map(customer -> customer.attributes().get(name)).orElse(null);
    }

    /** Orders ever placed. */
    public long orders() {
        return profile.get().orders();
    }

    /** Money ever spent, returns deducted. */
    public BigDecimal revenue() {
        return profile.get().revenue();
    }

    /** How often the customer looked at this product, or at another of its category, within the period. */
    public int viewsInCategoryOf(@Nullable String productId, String period) {
        return productId == null ? 0 : views.countInCategoryOf(id, productId, since(period));
    }

    public boolean purchasedWithin(String period) {
        return profile.get()
                .lastPurchaseAt()
                .filter(last -> !last.isBefore(since(period)))
                .isPresent();
    }

    private Instant since(String period) {
        ZoneId zone = known().map(Customer::timeZone).orElse(ZoneOffset.UTC);
        return clock.instant().atZone(zone).minus(Periods.parse(period)).toInstant();
    }

    private Optional<Customer> known() {
        return known.get();
    }
}
