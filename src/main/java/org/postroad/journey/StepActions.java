package org.postroad.journey;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.postroad.customer.RecentViews;
import org.postroad.decide.NextBestAction;
import org.postroad.decide.Question;
import org.postroad.deliver.MailOrder;
import org.postroad.deliver.Mailing;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.postroad.event.Item;
import org.springframework.stereotype.Component;

/** What the steps of a journey do, whatever engine walks it. */
@Component
public class StepActions {

    /** What was looked at shortly before entering belongs to what the journey is about. */
    private static final Duration BEFORE_ENTRY = Duration.ofDays(1);

    private static final int MOST_PRODUCTS = 6;

    private final NextBestAction nextBestAction;
    private final Mailing mailing;
    private final EventLog events;
    private final RecentViews views;
    private final EventIntake intake;
    private final Clock clock;

    StepActions(
            NextBestAction nextBestAction,
            Mailing mailing,
            EventLog events,
            RecentViews views,
            EventIntake intake,
            Clock clock) {
        this.nextBestAction = nextBestAction;
        this.mailing = mailing;
        this.events = events;
        this.views = views;
        this.intake = intake;
        this.clock = clock;
    }

    /** Chooses the next best action and answers with the decision's id. */
    public UUID choose(Enrolment enrolment, String step, ChooseAction settings) {
        return nextBestAction
                .decide(new Question(
                        enrolment.customerId(),
                        settings.slot().orElse(enrolment.journey()),
                        enrolment.id(),
                        enrolment.journey(),
                        step,
                        enrolment.holdout(),
                        productsOf(enrolment)))
                .id();
    }

    /** Orders the mail of a step; whether it goes out is the post office's affair, and recorded there. */
    public void mail(Enrolment enrolment, String step, int run, SendEmail settings, Optional<UUID> decision) {
        mailing.send(new MailOrder(
                enrolment.id(),
                enrolment.journey(),
                step,
                run,
                enrolment.customerId(),
                settings.topic(),
                settings.priority(),
                settings.content(),
                decision.orElse(null),
                enrolment.holdout(),
                productsOf(enrolment),
                triggerOf(enrolment).map(Event::properties).orElse(Map.of())));
    }

    private Optional<Event> triggerOf(Enrolment enrolment) {
        return Optional.ofNullable(enrolment.triggerEventId()).flatMap(events::find);
    }

    /** Records what is now known of the customer, who is as before until the road has acted on it. */
    public void updateProfile(Enrolment enrolment, String step, int run, String attribute, Object value) {
        intake.record(new Event(
                String.join(":", enrolment.id().toString(), step, String.valueOf(run), "profile"),
                enrolment.customerId(),
                EventType.PROFILE_CHANGED,
                clock.instant(),
                Map.of(attribute, value)));
    }

    /** What brought the customer in, then what else of the same category was looked at. */
    private List<String> productsOf(Enrolment enrolment) {
        List<String> foremost =
                triggerOf(enrolment).map(StepActions::productsOf).orElse(List.of());
        Stream<String> alsoViewed = foremost.stream()
                .limit(1)
                .flatMap(product -> views
                        .productsInCategoryOf(
                                enrolment.customerId(),
                                product,
                                enrolment.enteredAt().minus(BEFORE_ENTRY))
                        .stream());
        return Stream.concat(foremost.stream(), alsoViewed)
                .distinct()
                .limit(MOST_PRODUCTS)
                .toList();
    }

    private static List<String> productsOf(Event event) {
        return event.text("productId")
                .map(List::of)
                .orElseGet(() -> event.items().stream().map(Item::productId).toList());
    }
}
