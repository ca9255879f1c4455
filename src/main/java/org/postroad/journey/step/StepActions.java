package org.postroad.journey.step;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postroad.decide.DecisionRequest;
import org.postroad.decide.MailPriority;
import org.postroad.decide.MailPriority.MailRank;
import org.postroad.decide.NextBestAction;
import org.postroad.deliver.MailRequest;
import org.postroad.deliver.Mailing;
import org.postroad.deliver.Precedence;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventType;
import org.postroad.journey.Enrolment;
import org.postroad.journey.template.ChooseNextBestAction;
import org.postroad.journey.template.SendEmail;
import org.postroad.webhook.WebhookCall;
import org.postroad.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** The actions of a journey's steps; the delegates of a process engine translate and call them. */
@Component
public class StepActions {

    private final NextBestAction nextBestAction;
    private final MailPriority priority;
    private final Mailing mailing;
    private final EnrolmentTriggers enrolmentTriggers;
    private final EventIntake intake;
    private final Webhooks webhooks;
    private final Clock clock;

    StepActions(
            NextBestAction nextBestAction,
            MailPriority priority,
            Mailing mailing,
            EnrolmentTriggers enrolmentTriggers,
            EventIntake intake,
            Webhooks webhooks,
            Clock clock) {
        this.nextBestAction = nextBestAction;
        this.priority = priority;
        this.mailing = mailing;
        this.enrolmentTriggers = enrolmentTriggers;
        this.intake = intake;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Decides the next best action and returns the decision's id. */
    public UUID choose(Enrolment enrolment, String step, ChooseNextBestAction settings) {
        return nextBestAction
                .decide(new DecisionRequest(
                        enrolment.customerId(),
                        settings.slot().orElse(enrolment.journey()),
                        enrolment.id(),
                        enrolment.journey(),
                        step,
                        enrolment.holdout(),
                        enrolmentTriggers.productsOf(enrolment)))
                .id();
    }

    /** Queues the mail of a step; consent, limits and holdout are checked when it is sent. */
    public void sendEmail(Enrolment enrolment, String step, int run, SendEmail settings, Optional<UUID> decision) {
        Optional<Event> trigger = enrolmentTriggers.eventOf(enrolment);
        mailing.send(new MailRequest(
                enrolment.id(),
                enrolment.journey(),
                step,
                run,
                enrolment.customerId(),
                settings.topic(),
                settings.priority(),
                precedence(enrolment.journey(), step, settings),
                settings.content(),
                decision.orElse(null),
                enrolment.holdout(),
                enrolmentTriggers.productsOf(enrolment, trigger),
                trigger.map(Event::properties).orElse(Map.of())));
    }

    private Precedence precedence(String journey, String step, SendEmail settings) {
        MailRank mailRank = priority.of(journey, step, settings.topic(), settings.priority());
        return new Precedence(mailRank.rank(), mailRank.skipped(), mailRank.gap());
    }

    /** Publishes a changed attribute as an event; the profile changes when that event is processed. */
    public void updateProfile(Enrolment enrolment, String step, int run, String attribute, Object value) {
        publish(enrolment, step, run, EventType.PROFILE_CHANGED, Map.of(attribute, value));
    }

    /** Withdraws the customer's consent to a topic, as an unsubscribe would. */
    public void withdrawConsent(Enrolment enrolment, String step, int run, String topic) {
        String source = "journey " + enrolment.journey();
        publish(enrolment, step, run, EventType.UNSUBSCRIBED, Map.of("topic", topic, "source", source));
    }

    /** The id makes it one event, however often the step is retried. */
    private void publish(Enrolment enrolment, String step, int run, String type, Map<String, Object> properties) {
        intake.record(new Event(
                String.join(":", enrolment.id().toString(), step, String.valueOf(run), type),
                enrolment.customerId(),
                type,
                clock.instant(),
                properties));
    }

    /** Queues a webhook call; its result arrives as an event. */
    public void callWebhook(Enrolment enrolment, String step, int run, String url, Map<String, Object> body) {
        webhooks.enqueue(new WebhookCall(
                enrolment.id(),
                enrolment.journey(),
                step,
                run,
                enrolment.customerId(),
                enrolment.holdout(),
                url,
                body));
    }
}
