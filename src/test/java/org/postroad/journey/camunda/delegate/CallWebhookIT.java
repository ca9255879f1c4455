package org.postroad.journey.camunda.delegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postroad.journey.camunda.TestJourneys.beginningOf;
import static org.postroad.journey.camunda.TestJourneys.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.PostroadTest;
import org.postroad.event.EventType;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.camunda.TestJourneys;
import org.postroad.time.WorkScheduler;
import org.postroad.webhook.WebhookReceiver;
import org.postroad.webhook.WebhookReceiver.ReceivedCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The step {@code callWebhook} calls another system, which may be slow, failing or gone. */
@PostroadTest
class CallWebhookIT {

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    TestJourneys journeys;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    final WebhookReceiver webhookReceiver = new WebhookReceiver();

    @AfterEach
    void hangUp() {
        webhookReceiver.close();
    }

    @Test
    void sendsASignedBody() throws Exception {
        deploy("calls-once", "shop = ${event.shop}\nkind = lead\nvisits = ${event.visits}");
        TestCustomer testCustomer = customerFixture
                .aCustomer()
                .did(beginningOf("calls-once"), clock.instant(), Map.of("shop", "Bonn", "visits", 3));

        ReceivedCall receivedCall = onlyCall();
        assertThat(receivedCall.path()).isEqualTo("/leads");
        assertThat(new ObjectMapper().readTree(receivedCall.body()))
                .isEqualTo(new ObjectMapper().readTree("""
                                {"journey": "calls-once", "step": "calls", "enrolmentId": "%s", "customerId": "%s",
                                 "shop": "Bonn", "kind": "lead", "visits": 3}""".formatted(enrolmentOf(testCustomer), testCustomer.id)));
        assertThat(receivedCall.key()).hasSize(36);
        assertThat(receivedCall.signature()).isEqualTo("sha256=" + hmac(receivedCall.body()));
    }

    @Test
    void continuesWhenAnswered() {
        deploy("calls-and-waits", "");
        TestCustomer testCustomer = begun("calls-and-waits");

        assertThat(testCustomer.steps()).containsExactly("begins", "calls", "answered", "done");
        assertThat(testCustomer.events(EventType.WEBHOOK_ANSWERED)).hasSize(1);
        assertThat(jdbc.sql("select body from webhook_call where customer_id = ?")
                        .param(testCustomer.id)
                        .query(String.class)
                        .single())
                .as("what was told is not kept")
                .isEmpty();
    }

    @Test
    void retriesWithTheSameIdempotencyKey() {
        webhookReceiver.answers(503, 500).answersNothing();
        deploy("calls-the-moody", "");
        TestCustomer testCustomer = begun("calls-the-moody");
        assertThat(webhookReceiver.received()).hasSize(1);
        workScheduler.advance(Duration.ofSeconds(13));
        assertThat(webhookReceiver.received()).hasSize(2);
        workScheduler.advance(Duration.ofMinutes(30));

        assertThat(webhookReceiver.received()).hasSize(4);
        assertThat(webhookReceiver.received().stream().map(ReceivedCall::key).distinct())
                .hasSize(1);
        assertThat(testCustomer.steps()).endsWith("done");
    }

    @Test
    void respectsRetryAfter() {
        webhookReceiver.answers(429, "Retry-After", "7200");
        deploy("calls-the-busy", "");
        TestCustomer testCustomer = begun("calls-the-busy");
        workScheduler.advance(Duration.ofMinutes(119));
        assertThat(webhookReceiver.received()).hasSize(1);
        workScheduler.advance(Duration.ofMinutes(2));

        assertThat(webhookReceiver.received()).hasSize(2);
        assertThat(testCustomer.steps()).endsWith("done");
    }

    @Test
    void followsNoRedirects() {
        webhookReceiver.answers(302, "Location", webhookReceiver.address("/elsewhere"));
        deploy("calls-the-mover", "");
        TestCustomer testCustomer = begun("calls-the-mover");
        workScheduler.advance(Duration.ofDays(1));

        assertThat(onlyCall().path()).isEqualTo("/leads");
        assertThat(testCustomer.events(EventType.WEBHOOK_FAILED)).hasSize(1);
        assertThat(testCustomer.waitsAt()).containsExactly("answered");
    }

    @Test
    void givesUpAfterADay() {
        deploy("calls-nobody", "");
        webhookReceiver.close();
        TestCustomer testCustomer = begun("calls-nobody");
        workScheduler.advance(Duration.ofHours(22));
        assertThat(testCustomer.events(EventType.WEBHOOK_FAILED)).isEmpty();
        workScheduler.advance(Duration.ofHours(3));

        assertThat(testCustomer.events(EventType.WEBHOOK_FAILED)).hasSize(1);
        assertThat(jdbc.sql("select attempts from webhook_call where customer_id = ?")
                        .param(testCustomer.id)
                        .query(Integer.class)
                        .single())
                .isBetween(20, 40);
    }

    @Test
    void retriesACallOfANodeThatDied() {
        webhookReceiver.answers(503);
        deploy("calls-after-a-crash", "");
        TestCustomer testCustomer = begun("calls-after-a-crash");
        jdbc.sql("update webhook_call set due_at = ?::timestamptz where customer_id = ?")
                .params(clock.instant().plusSeconds(120).toString(), testCustomer.id)
                .update();
        workScheduler.advance(Duration.ofMinutes(2));

        assertThat(webhookReceiver.received()).hasSize(2);
        assertThat(testCustomer.steps()).endsWith("done");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            https://elsewhere.example/leads | `` | the host 'elsewhere.example' may not be called; whoever operates Postroad adds it to postroad.webhooks.hosts
            http://crm.example/leads        | `` | 'http://crm.example/leads' cannot be called; write an https address
            https://me:pw@127.0.0.1/        | `` | cannot be called; write an https address without a password
            ftp://127.0.0.1/                | `` | cannot be called
            http://127.0.0.1/               | score | Setting 'body' has the line 'score'
            http://127.0.0.1/               | step = mine | under names other than journey, step
            http://127.0.0.1/               | score = ${customer.nothing} | 'nothing' with 0 values cannot be asked
            """)
    void refusesForbiddenUrlsAndInvalidBodies(String url, String body, String sentence) {
        assertThatThrownBy(() -> deploy("calls-wrongly", url, body))
                .hasMessageContaining("Service task 'calls'")
                .hasMessageContaining(sentence);
    }

    private void deploy(String key, String body) {
        deploy(key, webhookReceiver.address("/leads"), body);
    }

    private void deploy(String key, String url, String body) {
        journeys.deploy(
                key,
                journey(key)
                        .serviceTask("calls")
                        .camundaDelegateExpression("${callWebhook}")
                        .intermediateCatchEvent("answered")
                        .message(EventType.WEBHOOK_ANSWERED)
                        .endEvent("done")
                        .done(),
                Map.of(
                        "calls",
                        Map.of("url", url, "body", body),
                        "answered",
                        Map.of("condition", "${event.step == 'calls' && event.status == 200}")));
    }

    private TestCustomer begun(String key) {
        return customerFixture.aCustomer().does(beginningOf(key));
    }

    private ReceivedCall onlyCall() {
        List<ReceivedCall> calls = webhookReceiver.received();
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    private String enrolmentOf(TestCustomer testCustomer) {
        return jdbc.sql("select id::text from enrolment where customer_id = ?")
                .param(testCustomer.id)
                .query(String.class)
                .single();
    }

    private static String hmac(String body) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, "secret-of-the-tests").hmacHex(body);
    }
}
