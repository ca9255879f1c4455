package org.postroad.track;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A mail to a customer who agreed to it, with one link to shoes and a personal code, and nobody who is logged in. */
@PostroadTest
abstract class TrackedMailFixture {

    @Autowired
    TrackingLinks trackingLinks;

    @Autowired
    EventLog log;

    @Autowired
    EventIntake intake;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    Environment environment;

    final String customer = "track-" + UUID.randomUUID();
    final UUID message = UUID.randomUUID();
    final String code = "SHIP-" + message;
    TrackingLinks.MessageLinks messageLinks;
    String shoes;
    Http nobody;

    @BeforeEach
    void aMail() {
        nobody = Http.asNobody(environment);
        Instant lately = clock.instant().minus(Duration.ofDays(2)); // who subscribes now is welcomed
        happens(EventType.SUBSCRIBED, lately, Map.of("topic", "marketing", "source", "form"));
        messageLinks = trackingLinks.linksOf(new TrackedMessage(
                message, customer, UUID.randomUUID(), "browse-abandonment", "send", "marketing", "running"));
        shoes = messageLinks.click("https://shop.example/shoes?size=38&c=blå");
        messageLinks.save(code);
    }

    void happens(String type, Map<String, Object> properties) {
        happens(type, clock.instant(), properties);
    }

    private void happens(String type, Instant at, Map<String, Object> properties) {
        intake.record(new Event(UUID.randomUUID().toString(), customer, type, at, properties));
        workScheduler.runDue();
    }

    List<Event> events(String type) {
        return log.ofCustomer(customer, Instant.EPOCH, type);
    }

    List<Event> allEvents() {
        return log.ofCustomer(customer, Instant.EPOCH);
    }

    HttpResponse<String> head(String address) {
        return nobody.send(nobody.request(address).method("HEAD", BodyPublishers.noBody()));
    }

    HttpResponse<String> postForm(String address, String form) {
        return nobody.post(address, "application/x-www-form-urlencoded", form);
    }
}
