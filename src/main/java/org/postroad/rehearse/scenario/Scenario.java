package org.postroad.rehearse.scenario;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens to one customer, and the expected result.
 *
 * @param line where it begins in its file, counted from 1
 * @param starts when, in the zone in which the scenario's times are written
 * @param customer as for {@code PUT /api/customers/{id}}, with {@code id}
 * @param branches the branches to take at splits: sequence flows by gateway
 * @param segments those that the customer is in, or like, whatever the past is
 * @param past events before the start, in order
 * @param actions what happens after the start, in order
 * @param until when it ends; empty to end when no timer or mail is pending
 */
record Scenario(
        String name,
        int line,
        ZonedDateTime starts,
        Map<String, Object> customer,
        Map<String, String> branches,
        GivenSegments segments,
        List<TimedAction> past,
        List<TimedAction> actions,
        Optional<ZonedDateTime> until,
        Expectation expected) {

    String customerId() {
        return String.valueOf(customer.get("id"));
    }

    /**
     * Segments of the customer.
     *
     * @param like those whose members the customer is like
     */
    record GivenSegments(List<String> in, List<String> like) {}

    /** An action and its time. */
    record TimedAction(ZonedDateTime at, ScenarioAction action) {}
}
