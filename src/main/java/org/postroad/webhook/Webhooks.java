package org.postroad.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.postroad.time.Ids;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.stereotype.Component;

/** Where calls are ordered. */
@Component
public class Webhooks {

    private final WebhookAllowlist addresses;
    private final WebhookOutbox outbox;
    private final WebhookEvents events;
    private final ObjectMapper json;
    private final WorkSignal workSignal;
    private final Clock clock;
    private final Ids ids;

    Webhooks(
            WebhookAllowlist addresses,
            WebhookOutbox outbox,
            WebhookEvents events,
            ObjectMapper json,
            WorkSignal workSignal,
            Clock clock,
            Ids ids) {
        this.addresses = addresses;
        this.outbox = outbox;
        this.events = events;
        this.json = json;
        this.workSignal = workSignal;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Keeps the call, in the caller's transaction; it is made when that is committed. One that was ordered before is not
     * ordered again.
     *
     * @throws IllegalArgumentException if the address may not be called
     */
    public void enqueue(WebhookCall call) {
        UUID id = ids.next();
        addresses.require(call.url());
        if (call.holdout()) {
            events.failed(
                    new QueuedWebhookCall(
                            id,
                            call.enrolmentId(),
                            call.journey(),
                            call.step(),
                            call.customerId(),
                            call.url(),
                            "",
                            0,
                            clock.instant()),
                    "holdout");
            return;
        }
        outbox.add(id, call, body(call), clock.instant());
        workSignal.signalAfterCommit(WorkTopic.WEBHOOK_CALLS);
    }

    private String body(WebhookCall call) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("journey", call.journey());
        body.put("step", call.step());
        body.put("enrolmentId", call.enrolmentId());
        body.put("customerId", call.customerId());
        body.putAll(call.body());
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
