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
import org.postroad.time.RehearsalMode;
import org.postroad.time.WorkScheduler;
import org.postroad.track.RecipientSimulator;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Plays one story: everything takes the way that it takes in real life, but for the time and the relay. */
@Component
@Conditional(RehearsalMode.class)
class ScenarioRunner {

    private static final Duration LONGEST = Duration.ofDays(400);

    private final RehearsalState rehearsalState;
    private final WorkScheduler workScheduler;
    private final CustomerIntake customers;
    private final EventIntake events;
    private final RecipientSimulator recipientSimulator;
    private final RehearsalEngine engine;
    private final JourneyEngine journeys;
    private final BranchSelector branchSelector;
    private final ScenarioResults scenarioResults;
    private final ObjectMapper json;

    ScenarioRunner(
            RehearsalState rehearsalState,
            WorkScheduler workScheduler,
            CustomerIntake customers,
            EventIntake events,
            RecipientSimulator recipientSimulator,
            RehearsalEngine engine,
            JourneyEngine journeys,
            BranchSelector branchSelector,
            ScenarioResults scenarioResults,
            ObjectMapper json) {
        this.rehearsalState = rehearsalState;
        this.workScheduler = workScheduler;
        this.customers = customers;
        this.events = events;
        this.recipientSimulator = recipientSimulator;
        this.engine = engine;
        this.journeys = journeys;
        this.branchSelector = branchSelector;
        this.scenarioResults = scenarioResults;
        this.json = json;
    }

    /**
     * What comes of it with the journey that is deployed.
     *
     * @throws ImpossibleScenario if the story tells of something that cannot be
     */
    ScenarioResult run(Scenario scenario, String journey) {
        rehearsalState.reset(scenario.starts().toInstant());
        Map<String, Object> customer = new LinkedHashMap<>(scenario.customer());
        customer.put("id", branchSelector.customerIdFor(scenario, journey));
        put(customer);
        scenario.past().forEach(each -> perform(each, customer));
        workScheduler.runDue();
        scenario.happenings().forEach(each -> {
            workScheduler.advanceTo(each.at().toInstant());
            perform(each, customer);
            workScheduler.runDue();
        });
        scenario.until()
                .map(ZonedDateTime::toInstant)
                .ifPresentOrElse(workScheduler::advanceTo, () -> runUntilNothingIsDue(scenario, journey));
        return scenarioResults.of(journey);
    }

    /** Until nobody waits for a moment any more. */
    private void runUntilNothingIsDue(Scenario scenario, String journey) {
        Instant end = scenario.starts().toInstant().plus(LONGEST);
        boolean more = true;
        while (more && (engine.hasPendingTimers() || scenarioResults.hasPendingMail() || audienceMayChange(journey))) {
            more = workScheduler.advanceToNextDue(end);
        }
    }

    /** By nothing but the passing of time, somebody may begin to match, or cease to. */
    private boolean audienceMayChange(String journey) {
        return journeys.journeys().stream()
                .filter(each -> each.key().equals(journey))
                .flatMap(each -> each.entry().stream())
                .filter(EntryRule::byAudience)
                .anyMatch(rule -> scenarioResults.neverEnrolled(journey)
                        || (rule.leaves() && scenarioResults.hasOpenEnrolment(journey)));
    }

    private void perform(TimedAction timedAction, Map<String, Object> customer) {
        ScenarioAction scenarioAction = timedAction.deed();
        if (scenarioAction instanceof ScenarioAction.SendEvent event) {
            sendEvent(event, String.valueOf(customer.get("id")), timedAction.at());
        } else if (scenarioAction instanceof ScenarioAction.PutCustomer profile) {
            ScenarioParser.merge(profile.customer(), customer);
            put(customer);
        } else if (scenarioAction instanceof ScenarioAction.CompleteTask answer) {
            answer(answer, String.valueOf(customer.get("id")), at(timedAction));
        } else if (scenarioAction instanceof ScenarioAction.OpenMail openMail) {
            followLink("img[src*=/o/]", "src", openMail.step(), timedAction);
        } else if (scenarioAction instanceof ScenarioAction.ClickLink clickLink) {
            followLink("a[href*=/c/]", "href", clickLink.step(), timedAction);
        } else if (scenarioAction instanceof ScenarioAction.ClickUnsubscribe leaves) {
            followLink("a[href*=/u/]", "href", leaves.step(), timedAction);
        } else if (scenarioAction instanceof ScenarioAction.ConfirmSubscription confirmSubscription) {
            followLink("a[href*=/y/]", "href", confirmSubscription.step(), timedAction);
        }
    }

    private void answer(ScenarioAction.CompleteTask answer, String customerId, String at) {
        try {
            if (!engine.completeUserTask(customerId, answer.step(), answer.answers())) {
                throw new ImpossibleScenario("%s: nobody waits for an answer at step %s".formatted(at, answer.step()));
            }
        } catch (IllegalStateException stuck) {
            throw new ImpossibleScenario(
                    "%s: the answer at step %s leads nowhere: %s".formatted(at, answer.step(), stuck.getMessage()));
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
        ObjectNode told = json.createObjectNode()
                .put("customerId", customer)
                .put("type", event.type())
                .put("occurredAt", event.late().before(at).toInstant().toString());
        told.set("properties", json.valueToTree(event.properties()));
        Receipt receipt = events.accept(List.of(told));
        receipt.rejected().stream().findFirst().ifPresent(refusal -> {
            throw new ImpossibleScenario("event %s at %s is refused: %s"
                    .formatted(event.type(), ScenarioTimes.format(at), refusal.reason()));
        });
    }

    /** Uses the first such link in the latest mail of a step. */
    private void followLink(String elements, String attribute, String step, TimedAction timedAction) {
        String letter = scenarioResults
                .latestHtmlOf(step)
                .orElseThrow(() -> new ImpossibleScenario(
                        "%s: no mail of step %s has been posted".formatted(at(timedAction), step)));
        Optional<String> address =
                Optional.ofNullable(Jsoup.parse(letter).selectFirst(elements)).map(element -> element.attr(attribute));
        recipientSimulator.follow(address.orElseThrow(() ->
                new ImpossibleScenario("%s: the mail of step %s has no such link".formatted(at(timedAction), step))));
    }

    private static String at(TimedAction timedAction) {
        return "at " + ScenarioTimes.format(timedAction.at());
    }

    /** A story that tells of what cannot be: a click in a mail that was never posted. */
    static final class ImpossibleScenario extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ImpossibleScenario(String why) {
            super(why);
        }
    }
}
