package org.postroad.rehearse.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.postroad.customer.CustomerIntake;
import org.postroad.event.EventIntake;
import org.postroad.event.Receipt;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.RehearsalEngine;
import org.postroad.journey.template.EntryRule;
import org.postroad.json.BadInput;
import org.postroad.json.JsonFields;
import org.postroad.rehearse.RehearsalState;
import org.postroad.rehearse.scenario.Scenario.TimedAction;
import org.postroad.segment.SegmentRehearsal;
import org.postroad.time.RehearsalMode;
import org.postroad.time.WorkScheduler;
import org.postroad.track.RecipientSimulator;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Runs one scenario through the real application, with a clock moved by hand and without a relay. */
@Component
@Conditional(RehearsalMode.class)
class ScenarioRunner {

    private static final Duration LONGEST = Duration.ofDays(400);

    private final RehearsalState rehearsal;
    private final WorkScheduler workScheduler;
    private final CustomerIntake customers;
    private final EventIntake events;
    private final RecipientSimulator recipient;
    private final RehearsalEngine engine;
    private final JourneyEngine journeys;
    private final SegmentRehearsal segments;
    private final BranchSelector branchSelector;
    private final ScenarioResults results;
    private final ObjectMapper json;

    ScenarioRunner(
            RehearsalState rehearsal,
            WorkScheduler workScheduler,
            CustomerIntake customers,
            EventIntake events,
            RecipientSimulator recipient,
            RehearsalEngine engine,
            JourneyEngine journeys,
            SegmentRehearsal segments,
            BranchSelector branchSelector,
            ScenarioResults results,
            ObjectMapper json) {
        this.rehearsal = rehearsal;
        this.workScheduler = workScheduler;
        this.customers = customers;
        this.events = events;
        this.recipient = recipient;
        this.engine = engine;
        this.journeys = journeys;
        this.segments = segments;
        this.branchSelector = branchSelector;
        this.results = results;
        this.json = json;
    }

    /**
     * Resets the database and runs the scenario with the deployed journey.
     *
     * @param defined the expressions of segments that people define, by name
     * @throws ImpossibleScenario if an action cannot be performed
     */
    ScenarioResult run(Scenario scenario, String journey, Map<String, String> defined) {
        rehearsal.reset(scenario.starts().toInstant());
        segments.define(defined);
        Map<String, Object> customer = new LinkedHashMap<>(scenario.customer());
        customer.put("id", branchSelector.customerIdFor(scenario, journey));
        give(String.valueOf(customer.get("id")), scenario.segments());
        put(customer);
        scenario.past().forEach(each -> perform(each, customer));
        workScheduler.runDue();
        scenario.actions().forEach(each -> {
            workScheduler.advanceTo(each.at().toInstant());
            perform(each, customer);
            workScheduler.runDue();
        });
        scenario.until()
                .map(ZonedDateTime::toInstant)
                .ifPresentOrElse(workScheduler::advanceTo, () -> runUntilNothingIsDue(scenario, journey));
        return results.of(journey);
    }

    /** Until no timer and no mail is pending, at most for {@link #LONGEST}. */
    private void runUntilNothingIsDue(Scenario scenario, String journey) {
        Instant end = scenario.starts().toInstant().plus(LONGEST);
        boolean more = true;
        while (more && (engine.hasPendingTimers() || results.hasPendingMail() || audienceMayChange(journey))) {
            more = workScheduler.advanceToNextDue(end);
        }
    }

    /** An audience may begin or cease to match merely because time passes. */
    private boolean audienceMayChange(String journey) {
        return journeys.journeys().stream()
                .filter(each -> each.key().equals(journey))
                .flatMap(each -> each.entry().stream())
                .filter(EntryRule::byAudience)
                .anyMatch(
                        rule -> results.neverEnrolled(journey) || (rule.leaves() && results.hasOpenEnrolment(journey)));
    }

    private void perform(TimedAction timed, Map<String, Object> customer) {
        ScenarioAction action = timed.action();
        if (action instanceof ScenarioAction.SendEvent event) {
            sendEvent(event, String.valueOf(customer.get("id")), timed.at());
        } else if (action instanceof ScenarioAction.PutCustomer profile) {
            ScenarioParser.merge(profile.customer(), customer);
            put(customer);
        } else if (action instanceof ScenarioAction.CompleteTask task) {
            complete(task, String.valueOf(customer.get("id")), at(timed));
        } else if (action instanceof ScenarioAction.OpenMail openMail) {
            followLink("img[src*=/o/]", "src", openMail.step(), timed);
        } else if (action instanceof ScenarioAction.ClickLink clickLink) {
            followLink("a[href*=/c/]", "href", clickLink.step(), timed);
        } else if (action instanceof ScenarioAction.ClickUnsubscribe unsubscribe) {
            followLink("a[href*=/u/]", "href", unsubscribe.step(), timed);
        } else if (action instanceof ScenarioAction.ConfirmSubscription confirmSubscription) {
            followLink("a[href*=/y/]", "href", confirmSubscription.step(), timed);
        }
    }

    private void complete(ScenarioAction.CompleteTask task, String customerId, String at) {
        try {
            if (!engine.completeUserTask(customerId, task.step(), task.answers())) {
                throw new ImpossibleScenario("%s: nobody waits for an answer at step %s".formatted(at, task.step()));
            }
        } catch (IllegalStateException e) {
            throw new ImpossibleScenario(
                    "%s: the answer at step %s leads nowhere: %s".formatted(at, task.step(), e.getMessage()));
        }
    }

    private void give(String customerId, Scenario.GivenSegments given) {
        try {
            segments.give(customerId, given.in(), given.like());
        } catch (IllegalArgumentException e) {
            throw new ImpossibleScenario("the customer's segments cannot be: " + e.getMessage());
        }
    }

    private void put(Map<String, Object> customer) {
        try {
            customers.put(JsonFields.of(json.<JsonNode>valueToTree(customer), "the customer"));
        } catch (BadInput refusal) {
            throw new ImpossibleScenario("the customer cannot be: " + refusal.getMessage());
        }
    }

    private void sendEvent(ScenarioAction.SendEvent event, String customer, ZonedDateTime at) {
        ObjectNode node = json.createObjectNode()
                .put("customerId", customer)
                .put("type", event.type())
                .put("occurredAt", at.minus(event.late()).toInstant().toString());
        node.set("properties", json.valueToTree(event.properties()));
        Receipt receipt = events.accept(List.of(node));
        receipt.rejected().stream().findFirst().ifPresent(refusal -> {
            throw new ImpossibleScenario("event %s at %s is refused: %s"
                    .formatted(event.type(), ScenarioTimes.format(at), refusal.reason()));
        });
    }

    /** Follows the first such link in the latest mail of a step. */
    private void followLink(String elements, String attribute, String step, TimedAction timed) {
        String letter = results.latestHtmlOf(step)
                .orElseThrow(() ->
                        new ImpossibleScenario("%s: no mail of step %s has been posted".formatted(at(timed), step)));
        Optional<String> address =
                Optional.ofNullable(Jsoup.parse(letter).selectFirst(elements)).map(element -> element.attr(attribute));
        recipient.follow(address.orElseThrow(
                () -> new ImpossibleScenario("%s: the mail of step %s has no such link".formatted(at(timed), step))));
    }

    private static String at(TimedAction timed) {
        return "at " + ScenarioTimes.format(timed.at());
    }

    /** An action of the scenario cannot be performed, such as a click in a mail that was never sent. */
    static final class ImpossibleScenario extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ImpossibleScenario(String reason) {
            super(reason);
        }
    }
}
