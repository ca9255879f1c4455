package org.postroad.journey.camunda.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroad.journey.Journey;
import org.postroad.journey.template.EntryRule;

/**
 * The journeys of one moment.
 *
 * @param journeys in their latest versions, by key
 * @param latestIds the engine's ids of these versions, by key
 * @param enteredBy the running journeys that an event begins, by event type
 * @param audiences the running journeys that customers enter by matching an audience
 * @param awaited the event types that a step of any version with enrolments waits for
 */
record JourneySnapshot(
        List<Journey> journeys,
        Map<String, String> latestIds,
        Map<String, List<Journey>> enteredBy,
        List<Journey> audiences,
        Set<String> awaited) {

    static JourneySnapshot of(List<Journey> journeys, Map<String, String> latestIds, Set<String> awaited) {
        List<Journey> running =
                journeys.stream().filter(journey -> !journey.suspended()).toList();
        return new JourneySnapshot(
                List.copyOf(journeys),
                Map.copyOf(latestIds),
                running.stream()
                        .filter(journey -> journey.entry()
                                .filter(rule -> !rule.eventType().isBlank())
                                .isPresent())
                        .collect(Collectors.groupingBy(
                                journey -> journey.entry().orElseThrow().eventType(), Collectors.toUnmodifiableList())),
                running.stream()
                        .filter(journey ->
                                journey.entry().filter(EntryRule::byAudience).isPresent())
                        .toList(),
                Set.copyOf(awaited));
    }
}
