package org.postroad.journey.vocabulary;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.postroad.customer.Customer;
import org.postroad.customer.profile.Profile;
import org.postroad.customer.profile.ReplenishmentForecast;
import org.postroad.decide.Decisions;
import org.postroad.decide.sendtime.BestTime;
import org.postroad.deliver.Mailing;
import org.postroad.event.Event;
import org.postroad.event.EventLog;
import org.postroad.journey.Enrolment;
import org.springframework.stereotype.Component;

/** All that an expression in a journey can speak of. Words read the stores when spoken; the engine keeps no copies. */
@Component
public final class ExpressionVocabulary {

    /** The functions of time are this word's; it is not named itself. */
    public static final String CALENDAR = "calendar";

    /** What can be spoken of on the way, with what each word is. */
    public static final Map<String, Class<? extends Word>> IN_ENROLMENT = Map.of(
            "customer",
            CustomerWord.class,
            "event",
            EventWord.class,
            "decision",
            DecisionWord.class,
            "journey",
            JourneyWord.class,
            "bestTime",
            BestTimeWord.class,
            "supply",
            SupplyWord.class,
            CALENDAR,
            CalendarWord.class);

    /** What can be spoken of in the condition that lets a customer in. */
    public static final Map<String, Class<? extends Word>> AT_ENTRY =
            Map.of("customer", CustomerWord.class, "event", EventWord.class, "supply", SupplyWord.class);

    /** What can be spoken of in the expression that picks the customers of an audience. */
    public static final Map<String, Class<? extends Word>> IN_SEGMENT = Map.of("customer", CustomerWord.class);

    private final CustomerSources customerSources;
    private final EventLog events;
    private final Decisions decisions;
    private final BestTime bestTime;
    private final ReplenishmentForecast replenishmentForecast;
    private final Mailing mailing;
    private final CustomerLocalTimes customerLocalTimes;
    private final Clock clock;

    ExpressionVocabulary(
            CustomerSources customerSources,
            EventLog events,
            Decisions decisions,
            BestTime bestTime,
            ReplenishmentForecast replenishmentForecast,
            Mailing mailing,
            CustomerLocalTimes customerLocalTimes,
            Clock clock) {
        this.customerSources = customerSources;
        this.events = events;
        this.decisions = decisions;
        this.bestTime = bestTime;
        this.replenishmentForecast = replenishmentForecast;
        this.mailing = mailing;
        this.customerLocalTimes = customerLocalTimes;
        this.clock = clock;
    }

    /** The words of an entry condition: {@code event} is the one that may open the door. */
    public ExpressionContext forEntry(Event event) {
        return new ExpressionContext(Map.of(
                "customer", () -> customer(event.customerId()),
                "event", () -> new EventWord(Optional.of(event)),
                "supply", () -> supply(Optional.of(event), event.customerId(), clock.instant())));
    }

    /** The words of a segment's expression. */
    public ExpressionContext forSegment(String customerId) {
        return new ExpressionContext(Map.of("customer", () -> customer(customerId)));
    }

    /** As {@link #forSegment(String)} for many, who are read together. */
    public Map<String, ExpressionContext> forSegment(Collection<String> customerIds) {
        Map<String, Customer> known = customerSources.customers().findAll(customerIds);
        Map<String, Profile> counted = customerSources.profiles().ofAll(customerIds);
        Map<String, ExpressionContext> words = new HashMap<>();
        customerIds.forEach(id -> {
            CustomerWord customer = new CustomerWord(
                    id,
                    () -> Optional.ofNullable(known.get(id)),
                    () -> Objects.requireNonNull(counted.get(id)),
                    customerSources);
            words.put(id, new ExpressionContext(Map.of("customer", () -> customer)));
        });
        return words;
    }

    /**
     * A walk as it stands.
     *
     * @param decision the last that was taken on it
     * @param passed whether it came to a step
     */
    public record EnrolmentState(Enrolment enrolment, Optional<UUID> decision, Predicate<String> passed) {}

    /**
     * The words of a walk: {@code event} is the one that began it.
     *
     * @param from when times count from: now, or when a wait began whose end is worked out anew
     */
    public ExpressionContext forEnrolment(EnrolmentState enrolmentState, Instant from) {
        return words(enrolmentState, () -> trigger(enrolmentState.enrolment()), from);
    }

    /** The words of a walk that waits: {@code event} is the one that arrives. */
    public ExpressionContext forArrivingEvent(EnrolmentState enrolmentState, Event event) {
        return words(enrolmentState, () -> Optional.of(event), clock.instant());
    }

    private ExpressionContext words(EnrolmentState enrolmentState, Supplier<Optional<Event>> event, Instant now) {
        String customerId = enrolmentState.enrolment().customerId();
        Map<String, Supplier<? extends Word>> words = Map.of(
                "customer",
                () -> customer(customerId),
                "event",
                () -> new EventWord(event.get()),
                "decision",
                () -> new DecisionWord(enrolmentState.decision().flatMap(decisions::find)),
                "journey",
                () -> journey(enrolmentState),
                "bestTime",
                () -> new BestTimeWord(customerId, bestTime),
                "supply",
                () -> supply(event.get(), customerId, now),
                CALENDAR,
                () -> calendar(customerId, now));
        return new ExpressionContext(words);
    }

    private CustomerWord customer(String id) {
        return CustomerWord.of(id, customerSources);
    }

    private JourneyWord journey(EnrolmentState enrolmentState) {
        UUID id = enrolmentState.enrolment().id();
        return new JourneyWord(enrolmentState.enrolment(), enrolmentState.passed(), step -> mailing.latestOf(id, step));
    }

    private SupplyWord supply(Optional<Event> purchase, String customerId, Instant now) {
        return new SupplyWord(purchase, replenishmentForecast, calendar(customerId, now));
    }

    private CalendarWord calendar(String customerId, Instant now) {
        return new CalendarWord(customer(customerId), now, customerLocalTimes);
    }

    private Optional<Event> trigger(Enrolment enrolment) {
        return Optional.ofNullable(enrolment.triggerEventId()).flatMap(events::find);
    }
}
