package org.postroad.feature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.customer.profile.Profile;
import org.postroad.customer.profile.Profiles;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.springframework.stereotype.Component;

/** Loads the context of a decision now. */
@Component
public class DecisionContextLoader {

    /** The period of {@link DecisionContext#recentMails}. */
    static final Duration RECENT_MAIL_PERIOD = Duration.ofDays(28);

    private final Clock clock;
    private final Profiles profiles;
    private final EventLog events;
    private final Catalog catalog;

    DecisionContextLoader(Clock clock, Profiles profiles, EventLog events, Catalog catalog) {
        this.clock = clock;
        this.profiles = profiles;
        this.events = events;
        this.catalog = catalog;
    }

    /** @param productIds what the decision is about, main product first; if empty, the product that the customer viewed most */
    public DecisionContext load(String customerId, List<String> productIds) {
        Instant now = clock.instant();
        Profile profile = profiles.of(customerId);
        long recentMails = events.ofCustomer(customerId, now.minus(RECENT_MAIL_PERIOD), EventType.EMAIL_SENT)
                .size();
        return new DecisionContext(
                profile,
                now,
                focus(productIds, profile, now, catalog),
                recentMails,
                new PriceLevels(catalog).of(profile.productViews(now)));
    }

    static Optional<Product> focus(List<String> productIds, Profile profile, Instant at, Catalog catalog) {
        return productIds.stream()
                .findFirst()
                .or(() -> mostViewed(profile.productViews(at)))
                .flatMap(catalog::product);
    }

    private static Optional<String> mostViewed(Map<String, Double> views) {
        return views.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
