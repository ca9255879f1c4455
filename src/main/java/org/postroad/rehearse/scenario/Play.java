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
import org.postroad.journey.template.EntryRule;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.RehearsalEngine;
import org.postroad.json.BadInput;
import org.postroad.json.JsonFields;
import org.postroad.rehearse.Stage;
import org.postroad.rehearse.scenario.Scenario.Happening;
import org.postroad.time.WorkScheduler;
import org.postroad.time.RehearsalMode;
import org.postroad.track.RecipientSimulator;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Plays one story: everything takes the way that it takes in real life, but for the time and the relay. */
@Component
@Conditional(RehearsalMode.class)
class Play {

    private static final Duration LONGEST = Duration.ofDays(400);

    private final Stage stage;
    private final WorkScheduler workScheduler;
    private final CustomerIntake customers;
    private final EventIntake events;
    private final RecipientSimulator recipientSimulator;
    private final RehearsalEngine engine;
    private final JourneyEngine journeys;
    private final Lots lots;
    private final Courses courses;
    private final ObjectMapper json;

    Play(
            Stage stage,
            WorkScheduler workScheduler,
            CustomerIntake customers,
            EventIntake events,
            RecipientSimulator recipientSimulator,
            RehearsalEngine engine,
            JourneyEngine journeys,
            Lots lots,
            Courses courses,
            ObjectMapper json) {
        this.stage = stage;
        this.workScheduler = workScheduler;
        this.customers = customers;
        this.events = events;
        this.recipientSimulator = recipientSimulator;
        this.engine = engine;
        this.journeys = journeys;
        this.lots = lots;
        this.courses = courses;
        this.json = json;
    }

    /**
     * What comes of it with the journey that is deployed.
     *
     * @throws CannotHappen if the story tells of something that cannot be
     */
    Course of(Scenario scenario, String journey) {
        stage.clear(scenario.starts().toInstant());
        Map<String, Object> customer = new LinkedHashMap<>(scenario.customer());
        customer.put("id", lots.fallingSo(scenario, journey));
        put(customer);
        scenario.past().forEach(each -> happen(each, customer));
        workScheduler.runDue();
        scenario.happenings().forEach(each -> {
            workScheduler.advanceTo(each.at().toInstant());
            happen(each, customer);
            workScheduler.runDue();
        });
        scenario.until()
                .map(ZonedDateTime::toInstant)
                .ifPresentOrElse(workScheduler::advanceTo, () -> playOut(scenario, journey));
        return courses.of(journey);
    }

    /** Until nobody waits for a moment any more. */
    private void playOut(Scenario scenario, String journey) {
        Instant end = scenario.starts().toInstant().plus(LONGEST);
        boolean more = true;
        while (more && (engine.hasPendingTimers() || courses.mailWaits() || audienceMayChange(journey))) {
            more = workScheduler.advanceToNextDue(end);
        }
    }

    /** By nothing but the passing of time, somebody may begin to match, or cease to. */
    private boolean audienceMayChange(String journey) {
        return journeys.journeys().stream()
                .filter(each -> each.key().equals(journey))
                .flatMap(each -> each.entry().stream())
                .filter(EntryRule::byAudience)
                .anyMatch(rule -> courses.noWalkYet(journey) || (rule.leaves() && courses.anyWalkOpen(journey)));
    }

    private void happen(Happening happening, Map<String, Object> customer) {
        Deed deed = happening.deed();
        if (deed instanceof Deed.Happens event) {
            tell(event, String.valueOf(customer.get("id")), happening.at());
        } else if (deed instanceof Deed.TellsProfile profile) {
            StoryReader.lay(profile.customer(), customer);
            put(customer);
        } else if (deed instanceof Deed.Answers answer) {
            answer(answer, String.valueOf(customer.get("id")), at(happening));
        } else if (deed instanceof Deed.Opens opens) {
            use("img[src*=/o/]", "src", opens.step(), happening);
        } else if (deed instanceof Deed.Clicks clicks) {
            use("a[href*=/c/]", "href", clicks.step(), happening);
        } else if (deed instanceof Deed.Unsubscribes leaves) {
            use("a[href*=/u/]", "href", leaves.step(), happening);
        } else if (deed instanceof Deed.Confirms confirms) {
            use("a[href*=/y/]", "href", confirms.step(), happening);
        }
    }

    private void answer(Deed.Answers answer, String customerId, String at) {
        try {
            if (!engine.completeUserTask(customerId, answer.step(), answer.answers())) {
                throw new CannotHappen("%s: nobody waits for an answer at step %s".formatted(at, answer.step()));
            }
        } catch (IllegalStateException stuck) {
            throw new CannotHappen(
                    "%s: the answer at step %s leads nowhere: %s".formatted(at, answer.step(), stuck.getMessage()));
        }
    }

    private void put(Map<String, Object> customer) {
        try {
            customers.put(JsonFields.of(json.<JsonNode>valueToTree(customer), "the customer"));
        } catch (BadInput refusal) {
            throw new CannotHappen("the customer cannot be: " + refusal.getMessage());
        }
    }

    private void tell(Deed.Happens event, String customer, ZonedDateTime at) {
        ObjectNode told = json.createObjectNode()
                .put("customerId", customer)
                .put("type", event.type())
                .put("occurredAt", event.late().before(at).toInstant().toString());
        told.set("properties", json.valueToTree(event.properties()));
        Receipt receipt = events.accept(List.of(told));
        receipt.rejected().stream().findFirst().ifPresent(refusal -> {
            throw new CannotHappen(
                    "event %s at %s is refused: %s".formatted(event.type(), Moments.told(at), refusal.reason()));
        });
    }

    /** Uses the first such link in the latest mail of a step. */
    private void use(String elements, String attribute, String step, Happening happening) {
        String letter = courses.letterOf(step)
                .orElseThrow(() ->
                        new CannotHappen("%s: no mail of step %s has been posted".formatted(at(happening), step)));
        Optional<String> address =
                Optional.ofNullable(Jsoup.parse(letter).selectFirst(elements)).map(element -> element.attr(attribute));
        recipientSimulator.follow(address.orElseThrow(
                () -> new CannotHappen("%s: the mail of step %s has no such link".formatted(at(happening), step))));
    }

    private static String at(Happening happening) {
        return "at " + Moments.told(happening.at());
    }

    /** A story that tells of what cannot be: a click in a mail that was never posted. */
    static final class CannotHappen extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CannotHappen(String why) {
            super(why);
        }
    }
}
