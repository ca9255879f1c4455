package org.postroad.journey.entry;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.Customers;
import org.postroad.journey.Enrolment;
import org.postroad.journey.EnrolmentSummary;
import org.postroad.journey.Enrolments;
import org.postroad.journey.lifecycle.JourneyState;
import org.postroad.journey.lifecycle.JourneyStates;
import org.postroad.time.Ids;
import org.springframework.stereotype.Component;

/**
 * Enrols one customer because somebody starts a process instance in Cockpit, in Modeler or over REST. Ignores the entry
 * condition, the re-entry rule and the holdout; a customer still has at most one open enrolment in a journey.
 */
@Component
public class ManualEntry {

    private final Customers customers;
    private final Enrolments enrolments;
    private final EnrolmentRegistrar enrolmentRegistrar;
    private final JourneyStates states;
    private final Clock clock;
    private final Ids ids;

    ManualEntry(
            Customers customers,
            Enrolments enrolments,
            EnrolmentRegistrar enrolmentRegistrar,
            JourneyStates states,
            Clock clock,
            Ids ids) {
        this.customers = customers;
        this.enrolments = enrolments;
        this.enrolmentRegistrar = enrolmentRegistrar;
        this.states = states;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Stores an enrolment for a process instance that starts.
     *
     * @throws IllegalArgumentException with a sentence that says why the customer cannot enter
     */
    public Enrolment enrol(String journey, @Nullable String customerId) {
        if (customerId == null || customerId.isBlank()) {
            throw new IllegalArgumentException(
                    "'" + journey
                            + "' needs a customer. Give the customer's id as business key, for example \"businessKey\": \"sarah\".");
        }
        if (states.of(journey) != JourneyState.RUNNING) {
            throw new IllegalArgumentException(
                    "'" + journey + "' is " + states.of(journey).name().toLowerCase(Locale.ROOT)
                            + " and accepts no customers. Resume it first.");
        }
        if (customers.find(customerId).isEmpty()) {
            throw new IllegalArgumentException("Customer '" + customerId + "' is not known, so '" + journey
                    + "' cannot enrol them; send an event or PUT /api/customers/" + customerId + " first.");
        }
        return enrolmentRegistrar.register(List.of(next(journey, customerId))).stream()
                .findFirst()
                .orElseThrow(() -> alreadyInside(journey, customerId));
    }

    private Enrolment next(String journey, String customerId) {
        Optional<EnrolmentSummary> earlier = Optional.ofNullable(
                enrolments.summaries(journey, List.of(customerId)).get(customerId));
        if (earlier.filter(EnrolmentSummary::inside).isPresent()) {
            throw alreadyInside(journey, customerId);
        }
        int run = earlier.map(EnrolmentSummary::runs).orElse(0) + 1;
        return Enrolment.begin(ids.next(), journey, customerId, run, false, null, clock.instant());
    }

    private static IllegalArgumentException alreadyInside(String journey, String customerId) {
        return new IllegalArgumentException("Customer '" + customerId + "' is in '" + journey + "' already.");
    }
}
