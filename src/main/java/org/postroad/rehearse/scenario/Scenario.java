package org.postroad.rehearse.scenario;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A story with its expected course.
 *
 * @param line where it begins in its file
 * @param starts when, in the zone in which the scenario's times are written
 * @param customer as an application writes one down, with {@code id}
 * @param branches which way the customer's lot is to fall: flows by the gateways that they leave
 * @param past what the customer had done before, in order
 * @param happenings what happens then, in order
 * @param until when it is over; empty: when nothing waits for a moment any more
 */
record Scenario(
        String name,
        int line,
        ZonedDateTime starts,
        Map<String, Object> customer,
        Map<String, String> branches,
        List<TimedAction> past,
        List<TimedAction> happenings,
        Optional<ZonedDateTime> until,
        Expectation expected) {

    String customerId() {
        return String.valueOf(customer.get("id"));
    }

    /** Something that happens at a moment. */
    record TimedAction(ZonedDateTime at, ScenarioAction deed) {}
}
