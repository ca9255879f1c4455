package org.postroad.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A withdrawal wins over a grant whose sender's clock runs ahead: time is judged by when it was received here. */
@PostroadTest
class WithdrawalIT {

    private static final Duration AHEAD = Duration.ofMinutes(4);

    @Autowired
    Environment environment;

    @Autowired
    Clock clock;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    ObjectMapper json;

    Http application;

    @BeforeEach
    void logIn() {
        application = Http.withKey(environment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"unsubscribed\"}",
                "{\"type\":\"unsubscribed\",\"topic\":\"marketing\"}",
                "{\"type\":\"preferences_changed\",\"topics\":{\"marketing\":false}}"
            })
    void winsOverAnEventThatGrantsInTheFuture(String withdrawal) throws Exception {
        String customer = "ahead-" + Integer.toHexString(withdrawal.hashCode());
        send("{\"customerId\":\"" + customer + "\",\"type\":\"subscribed\",\"occurredAt\":\""
                + clock.instant().plus(AHEAD) + "\"}");
        assertThat(marketing(customer)).isTrue();

        workScheduler.advance(Duration.ofMinutes(1));
        send("{\"customerId\":\"" + customer + "\"," + withdrawal.substring(1));

        assertThat(marketing(customer)).isFalse();
    }

    @Test
    void winsOverACustomerThatWasPutWithAGrantInTheFuture() throws Exception {
        put("ahead-put", "{\"granted\":true,\"at\":\"" + clock.instant().plus(AHEAD) + "\"}");
        assertThat(marketing("ahead-put")).isTrue();

        workScheduler.advance(Duration.ofMinutes(1));
        put("ahead-put", "{\"granted\":false}");

        assertThat(marketing("ahead-put")).isFalse();
    }

    @Test
    void winsOverAGrantOfTheSameMoment() throws Exception {
        String at = ",\"occurredAt\":\"2026-11-01T00:00:00Z\"}";
        send("{\"customerId\":\"ahead-same\",\"type\":\"unsubscribed\"" + at);
        send("{\"customerId\":\"ahead-same\",\"type\":\"subscribed\"" + at);

        assertThat(marketing("ahead-same")).isFalse();
    }

    @Test
    void winsThoughItsSendersClockRunsBehind() throws Exception {
        send("{\"customerId\":\"ahead-behind\",\"type\":\"subscribed\"}");
        send("{\"customerId\":\"ahead-behind\",\"type\":\"unsubscribed\",\"occurredAt\":\""
                + clock.instant().minus(AHEAD) + "\"}");
        assertThat(marketing("ahead-behind")).isFalse();

        workScheduler.advance(Duration.ofSeconds(1));
        send("{\"customerId\":\"ahead-behind\",\"type\":\"subscribed\"}");
        assertThat(marketing("ahead-behind")).isTrue();
    }

    @Test
    void losesToAGrantOfALaterDay() throws Exception {
        send("{\"customerId\":\"ahead-later\",\"type\":\"subscribed\",\"occurredAt\":\"2026-11-02T00:00:00Z\"}");
        send("{\"customerId\":\"ahead-later\",\"type\":\"unsubscribed\",\"occurredAt\":\"2026-11-01T00:00:00Z\"}");

        assertThat(marketing("ahead-later")).isTrue();
    }

    private void send(String event) {
        HttpResponse<String> answer = application.post("/api/events", event);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        workScheduler.runDue();
    }

    private void put(String customer, String consent) {
        HttpResponse<String> answer =
                application.put("/api/customers/" + customer, "{\"consents\":{\"marketing\":" + consent + "}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        workScheduler.runDue();
    }

    private boolean marketing(String customer) throws Exception {
        return json.readTree(application.get("/api/customers/" + customer).body())
                .at("/consents/marketing/granted")
                .asBoolean();
    }
}
