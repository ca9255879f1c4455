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

/** What the steps of a journey do, whatever engine walks it. */
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

    /** Chooses the next best action and answers with the decision's id. */
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

    /** Orders the mail of a step; whether it goes out is the post office's affair, and recorded there. */
    public void sendEmail(Enrolment enrolment, String step, int run, SendEmail settings, Optional<UUID> decision) {
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
                enrolmentTriggers.productsOf(enrolment),
                enrolmentTriggers.eventOf(enrolment).map(Event::properties).orElse(Map.of())));
    }

    private Precedence precedence(String journey, String step, SendEmail settings) {
        MailRank mailRank = priority.of(journey, step, settings.topic(), settings.priority());
        return new Precedence(mailRank.rank(), mailRank.skipped(), mailRank.gap());
    }

    /** Records what is now known of the customer, who is as before until the road has acted on it. */
    public void updateProfile(Enrolment enrolment, String step, int run, String attribute, Object value) {
        say(enrolment, step, run, EventType.PROFILE_CHANGED, Map.of(attribute, value));
    }

    /** Takes the customer for one who no longer wants to hear of a topic, as if they had said so. */
    public void withdrawConsent(Enrolment enrolment, String step, int run, String topic) {
        String source = "journey " + enrolment.journey();
        say(enrolment, step, run, EventType.UNSUBSCRIBED, Map.of("topic", topic, "source", source));
    }

    /** Once, however often the step is tried. */
    private void say(Enrolment enrolment, String step, int run, String type, Map<String, Object> properties) {
        intake.record(new Event(
                String.join(":", enrolment.id().toString(), step, String.valueOf(run), type),
                enrolment.customerId(),
                type,
                clock.instant(),
                properties));
    }

    /** Orders a call of another system; what comes of it is an event. */
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
