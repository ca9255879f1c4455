package org.postroad.webhook;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventType;
import org.springframework.stereotype.Component;

/** Tells the road what came of a call, once: the id of the event is made of the call's. */
@Component
class WebhookEvents {

    private final EventIntake intake;
    private final Clock clock;

    WebhookEvents(EventIntake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    void answered(QueuedWebhookCall call, int status) {
        record(call, EventType.WEBHOOK_ANSWERED, Map.of("status", status));
    }

    void failed(QueuedWebhookCall call, String reason) {
        record(call, EventType.WEBHOOK_FAILED, Map.of("reason", reason));
    }

    private void record(QueuedWebhookCall call, String type, Map<String, Object> outcome) {
        Map<String, Object> properties = new HashMap<>(outcome);
        properties.put("journey", call.journey());
        properties.put("step", call.step());
        properties.put("enrolmentId", call.enrolmentId().toString());
        intake.record(new Event(call.id() + ":outcome", call.customerId(), type, clock.instant(), properties));
    }
}
