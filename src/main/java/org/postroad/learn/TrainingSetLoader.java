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

/** Joins past choices with what was known of the customer before, and with what came of them after. */
@Component
class TrainingSetLoader {

    private final Clock clock;
    private final PastDecisions choices;
    private final EventLog log;
    private final Customers customers;
    private final Profiles profiles;
    private final Catalog catalog;

    TrainingSetLoader(
            Clock clock, PastDecisions choices, EventLog log, Customers customers, Profiles profiles, Catalog catalog) {
        this.clock = clock;
        this.choices = choices;
        this.log = log;
        this.customers = customers;
        this.profiles = profiles;
        this.catalog = catalog;
    }

    /** All that can be learned from: choices whose outcome is known by now. */
    TrainingSet load(Consumer<String> progress) {
        Instant now = clock.instant();
        Map<String, List<PastDecision>> made = choices.before(now.minus(OrderRewards.WINDOW)).stream()
                .collect(Collectors.groupingBy(PastDecision::customerId));
        TrainingSetBuilder book = new TrainingSetBuilder(catalog, progress);
        log.replay(now, events -> addExamplesOf(events, made, book));
        return book.build();
    }

    private void addExamplesOf(List<Event> events, Map<String, List<PastDecision>> made, TrainingSetBuilder book) {
        String customerId = events.get(0).customerId();
        List<PastDecision> choicesMade = made.getOrDefault(customerId, List.of());
        book.countCustomer();
        if (!choicesMade.isEmpty()) {
            new PointInTimeReplay(events, profiles.blank(), catalog, zoneOf(customerId))
                    .visit(choicesMade, (choice, then) -> book.add(choice, then, events));
        }
    }

    private ZoneId zoneOf(String customerId) {
        return customers.find(customerId).map(Customer::timeZone).orElse(ZoneOffset.UTC);
    }
}
