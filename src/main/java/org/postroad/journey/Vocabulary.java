package org.postroad.journey;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.postroad.customer.Customer;
import org.postroad.customer.Customers;
import org.postroad.customer.Profile;
import org.postroad.customer.Profiles;
import org.postroad.customer.RecentViews;
import org.postroad.decide.BestTime;
import org.postroad.decide.Decisions;
import org.postroad.event.Event;
import org.postroad.event.EventLog;
import org.springframework.stereotype.Component;

/** All that an expression in a journey can speak of. Words read the stores when spoken; the engine keeps no copies. */
@Component
public final class Vocabulary {

    /** What can be spoken of on the way, with what each word is. */
    public static final Map<String, Class<? extends Word>> ON_THE_WAY = Map.of(
            "customer", CustomerWord.class,
            "event", EventWord.class,
            "decision", DecisionWord.class,
            "journey", JourneyWord.class,
            "bestTime", BestTimeWord.class);

    /** What can be spoken of in the condition that lets a customer in. */
    public static final Map<String, Class<? extends Word>> AT_ENTRY =
            Map.of("customer", CustomerWord.class, "event", EventWord.class);

    /** What can be spoken of in the expression that picks the customers of an audience. */
    public static final Map<String, Class<? extends Word>> IN_A_SEGMENT = Map.of("customer", CustomerWord.class);

    private final Customers customers;
    private final Profiles profiles;
    private final RecentViews views;
    private final EventLog events;
    private final Decisions decisions;
    private final BestTime bestTime;
    private final Clock clock;

    Vocabulary(
            Customers customers,
            Profiles profiles,
            RecentViews views,
            EventLog events,
            Decisions decisions,
            BestTime bestTime,
            Clock clock) {
        this.customers = customers;
        this.profiles = profiles;
        this.views = views;
        this.events = events;
        this.decisions = decisions;
        this.bestTime = bestTime;
        this.clock = clock;
    }

    /** The words of an entry condition: {@code event} is the one that may open the door. */
    public Words atEntry(Event event) {
        return new Words(Map.of(
                "customer", () -> customer(event.customerId()), "event", () -> new EventWord(Optional.of(event))));
    }

    /** The words of a segment's expression. */
    public Words inASegment(String customerId) {
        return new Words(Map.of("customer", () -> customer(customerId)));
    }

    /** The words of a walk: {@code event} is the one that began it. */
    public Words onTheWay(Enrolment enrolment, Optional<UUID> decisionId) {
        Map<String, Supplier<? extends Word>> words = Map.of(
                "customer", () -> customer(enrolment.customerId()),
                "event", () -> new EventWord(trigger(enrolment)),
                "decision", () -> new DecisionWord(decisionId.flatMap(decisions::find)),
                "journey", () -> new JourneyWord(enrolment),
                "bestTime", () -> new BestTimeWord(enrolment.customerId(), bestTime));
        return new Words(words);
    }

    /** As {@link #inASegment(String)} for many, who are read together. */
    public Map<String, Words> inASegment(Collection<String> customerIds) {
        Map<String, Customer> known = customers.findAll(customerIds);
        Map<String, Profile> counted = profiles.ofAll(customerIds);
        Map<String, Words> words = new HashMap<>();
        customerIds.forEach(id -> {
            CustomerWord customer = customer(
                    id, () -> Optional.ofNullable(known.get(id)), () -> Objects.requireNonNull(counted.get(id)));
            words.put(id, new Words(Map.of("customer", () -> customer)));
        });
        return words;
    }

    private CustomerWord customer(String id) {
        return customer(id, () -> customers.find(id), () -> profiles.of(id));
    }

    private CustomerWord customer(String id, Supplier<Optional<Customer>> known, Supplier<Profile> profile) {
        return new CustomerWord(id, known, profile, views, clock);
    }

    private Optional<Event> trigger(Enrolment enrolment) {
        return Optional.ofNullable(enrolment.triggerEventId()).flatMap(events::find);
    }
}
