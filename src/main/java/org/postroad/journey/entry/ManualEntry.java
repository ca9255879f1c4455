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
import org.springframework.stereotype.Component;

/**
 * Lets one customer into a journey because somebody says so, in Cockpit, in Modeler or over REST. The entry condition is
 * not asked, but nobody walks twice at once, and nobody is in the holdout.
 */
@Component
public class ManualEntry {

    private final Customers customers;
    private final Enrolments enrolments;
    private final EnrolmentRegistrar enrolmentRegistrar;
    private final JourneyStates states;
    private final Clock clock;

    ManualEntry(
            Customers customers,
            Enrolments enrolments,
            EnrolmentRegistrar enrolmentRegistrar,
            JourneyStates states,
            Clock clock) {
        this.customers = customers;
        this.enrolments = enrolments;
        this.enrolmentRegistrar = enrolmentRegistrar;
        this.states = states;
        this.clock = clock;
    }

    /**
     * Signs the customer in.
     *
     * @throws IllegalArgumentException with a sentence that says why not
     */
    public Enrolment enrol(String journey, @Nullable String customerId) {
        if (customerId == null || customerId.isBlank()) {
            throw new IllegalArgumentException("Whom shall '" + journey
                    + "' take? Give the customer's id as business key, for example \"businessKey\": \"sarah\".");
        }
        if (states.of(journey) != JourneyState.RUNNING) {
            throw new IllegalArgumentException("'" + journey + "' takes nobody at present: somebody has "
                    + states.of(journey).name().toLowerCase(Locale.ROOT) + " it. Resume it first.");
        }
        if (customers.find(customerId).isEmpty()) {
            throw new IllegalArgumentException("Customer '" + customerId + "' is not known, so '" + journey
                    + "' cannot take them; send an event or PUT /api/customers/" + customerId + " first.");
        }
        return enrolmentRegistrar.register(List.of(next(journey, customerId))).stream()
                .findFirst()
                .orElseThrow(() -> alreadyInside(journey, customerId));
    }

    private Enrolment next(String journey, String customerId) {
        Optional<EnrolmentSummary> standing = Optional.ofNullable(
                enrolments.summaries(journey, List.of(customerId)).get(customerId));
        if (standing.filter(EnrolmentSummary::inside).isPresent()) {
            throw alreadyInside(journey, customerId);
        }
        int run = standing.map(EnrolmentSummary::runs).orElse(0) + 1;
        return Enrolment.begin(journey, customerId, run, false, null, clock.instant());
    }

    private static IllegalArgumentException alreadyInside(String journey, String customerId) {
        return new IllegalArgumentException("Customer '" + customerId + "' is in '" + journey + "' already.");
    }
}
