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
import org.postroad.decide.Decisions;
import org.postroad.decide.sendtime.BestTime;
import org.postroad.deliver.Mailing;
import org.postroad.event.Event;
import org.postroad.event.EventLog;
import org.postroad.journey.Enrolment;
import org.postroad.predict.serving.CustomerPrediction;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Creates the words that expressions can use. Words read the stores when an expression uses them; the engine stores no
 * copies.
 */
@Component
public final class ExpressionVocabulary {

    /** The name of the word whose methods are called without a prefix. */
    public static final String CALENDAR = "calendar";

    /** The words for steps and waits of an enrolment, by name. */
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

    /** The words for entry conditions, by name. */
    public static final Map<String, Class<? extends Word>> AT_ENTRY =
            Map.of("customer", CustomerWord.class, "event", EventWord.class, "supply", SupplyWord.class);

    /** The words for audiences and segments, by name. */
    public static final Map<String, Class<? extends Word>> IN_SEGMENT = Map.of("customer", CustomerWord.class);

    private final CustomerSources customerSources;
    private final EventLog events;
    private final Decisions decisions;
    private final BestTime bestTime;
    private final Mailing mailing;
    private final CustomerLocalTimes customerLocalTimes;
    private final Clock clock;

    ExpressionVocabulary(
            CustomerSources customerSources,
            EventLog events,
            Decisions decisions,
            BestTime bestTime,
            Mailing mailing,
            CustomerLocalTimes customerLocalTimes,
            Clock clock) {
        this.customerSources = customerSources;
        this.events = events;
        this.decisions = decisions;
        this.bestTime = bestTime;
        this.mailing = mailing;
        this.customerLocalTimes = customerLocalTimes;
        this.clock = clock;
    }

    /** For an entry condition; {@code event} is the one that may begin an enrolment. */
    public ExpressionContext forEntry(Event event) {
        return new ExpressionContext(Map.of(
                "customer", () -> customer(event.customerId()),
                "event", () -> new EventWord(Optional.of(event)),
                "supply", () -> supply(Optional.of(event), event.customerId(), clock.instant())));
    }

    /**
     * For the expression of a segment or an audience, by customer id; reads all customers and profiles at once, and what
     * is predicted of all of them once one is asked about it.
     *
     * @param validities receives by customer id how long what the expressions have used stays valid
     */
    public Map<String, ExpressionContext> forSegment(Collection<String> customerIds, Map<String, Validity> validities) {
        Map<String, Customer> known = customerSources.customers().findAll(customerIds);
        Map<String, Profile> profiles = customerSources.profiles().ofAll(customerIds);
        Supplier<Map<String, CustomerPrediction>> predictions =
                SingletonSupplier.of(() -> customerSources.predictions().ofAll(customerIds));
        Map<String, ExpressionContext> words = new HashMap<>();
        customerIds.forEach(id -> {
            CustomerWord customer = new CustomerWord(
                    id,
                    () -> Optional.ofNullable(known.get(id)),
                    () -> Objects.requireNonNull(profiles.get(id)),
                    () -> Objects.requireNonNull(predictions.get().get(id)),
                    customerSources,
                    validities.computeIfAbsent(id, one -> new Validity()));
            words.put(id, new ExpressionContext(Map.of("customer", () -> customer)));
        });
        return words;
    }

    /**
     * The state of a running enrolment.
     *
     * @param decision the id of its latest decision
     * @param passed whether it reached a step
     */
    public record EnrolmentState(Enrolment enrolment, Optional<UUID> decision, Predicate<String> passed) {}

    /**
     * For a step of an enrolment; {@code event} is the one that began it.
     *
     * @param from from when periods count: now, or when a wait began whose timer is recalculated
     */
    public ExpressionContext forEnrolment(EnrolmentState enrolmentState, Instant from) {
        return context(enrolmentState, () -> trigger(enrolmentState.enrolment()), from);
    }

    /** For a wait of an enrolment; {@code event} is the one that arrives. */
    public ExpressionContext forArrivingEvent(EnrolmentState enrolmentState, Event event) {
        return context(enrolmentState, () -> Optional.of(event), clock.instant());
    }

    private ExpressionContext context(EnrolmentState enrolmentState, Supplier<Optional<Event>> event, Instant now) {
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
                () -> new BestTimeWord(customerId, bestTime, customerLocalTimes),
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
        return new SupplyWord(purchase, customerSources.predictions(), calendar(customerId, now));
    }

    private CalendarWord calendar(String customerId, Instant now) {
        return new CalendarWord(customer(customerId), now, customerLocalTimes);
    }

    private Optional<Event> trigger(Enrolment enrolment) {
        return Optional.ofNullable(enrolment.triggerEventId()).flatMap(events::find);
    }
}
