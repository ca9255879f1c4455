package org.postroad.learn;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.postroad.catalog.Catalog;
import org.postroad.customer.Customer;
import org.postroad.customer.Customers;
import org.postroad.customer.profile.Profiles;
import org.postroad.event.Event;
import org.postroad.event.EventLog;
import org.postroad.feature.PointInTimeReplay;
import org.springframework.stereotype.Component;

/** Loads the training set: joins past decisions with the context before them and the outcome after them. */
@Component
class TrainingSetLoader {

    private final Clock clock;
    private final PastDecisions decisions;
    private final EventLog log;
    private final Customers customers;
    private final Profiles profiles;
    private final Catalog catalog;

    TrainingSetLoader(
            Clock clock,
            PastDecisions decisions,
            EventLog log,
            Customers customers,
            Profiles profiles,
            Catalog catalog) {
        this.clock = clock;
        this.decisions = decisions;
        this.log = log;
        this.customers = customers;
        this.profiles = profiles;
        this.catalog = catalog;
    }

    /** All usable decisions whose attribution window has ended. It replays the whole event log, customer by customer. */
    TrainingSet load(Consumer<String> progress) {
        Instant now = clock.instant();
        Map<String, List<PastDecision>> byCustomer = decisions.before(now.minus(OrderRewards.WINDOW)).stream()
                .collect(Collectors.groupingBy(PastDecision::customerId));
        TrainingSetBuilder builder = new TrainingSetBuilder(catalog, progress);
        log.replay(now, events -> addExamplesOf(events, byCustomer, builder));
        return builder.build();
    }

    private void addExamplesOf(
            List<Event> events, Map<String, List<PastDecision>> byCustomer, TrainingSetBuilder builder) {
        String customerId = events.get(0).customerId();
        List<PastDecision> past = byCustomer.getOrDefault(customerId, List.of());
        builder.countCustomer();
        if (!past.isEmpty()) {
            new PointInTimeReplay(events, profiles.blank(), catalog, zoneOf(customerId))
                    .visit(past, (decision, context) -> builder.add(decision, context, events));
        }
    }

    private ZoneId zoneOf(String customerId) {
        return customers.find(customerId).map(Customer::timeZone).orElse(ZoneOffset.UTC);
    }
}
