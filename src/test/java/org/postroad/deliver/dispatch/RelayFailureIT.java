package org.postroad.deliver.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.deliver.ScriptedRelay;
import org.postroad.deliver.smtp.SmtpRelayTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A relay that is away, rejects, or breaks the connection. */
class RelayFailureIT extends DispatcherNodes {

    @Autowired
    ObjectMapper json;

    @Test
    void defersWhileTheRelayIsAwayAndSendsTheSameMailLater() throws IOException {
        UUID id = queued(send());
        dispatcherFor(unusedPort()).runDue();

        JsonNode report = report(id);
        assertThat(report.path("state").asText()).isEqualTo("DEFERRED");
        assertThat(report.path("attempts").asInt()).isOne();
        assertThat(report.path("smtpReply").asText()).isNotBlank();
        assertThat(Instant.parse(report.path("dueAt").asText()))
                .isBetween(clock.instant().plusSeconds(240), clock.instant().plusSeconds(360));
        assertThat(mails()).isEmpty();

        workScheduler.advance(Duration.ofMinutes(7));
        assertThat(header(onlyMail(), "Message-ID")).contains(id.toString());
        assertThat(report(id).path("state").asText()).isEqualTo("SENT");
        assertThat(report(id).path("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void failsMailThatIsRejectedForGood() throws IOException {
        UUID id = queued(send());
        try (ScriptedRelay relay = new ScriptedRelay().answering("RCPT", "550 5.1.1 no such user")) {
            dispatcherFor(relay.port()).runDue();
        }
        workScheduler.runDue();
        assertThat(report(id).path("state").asText()).isEqualTo("FAILED");
        assertThat(report(id).path("smtpReply").asText()).contains("550 5.1.1");
        assertThat(events()).contains("email_failed").doesNotContain("email_sent");
    }

    @Test
    void neverSendsAgainMailThatMayHaveBeenAccepted() throws IOException {
        UUID id = queued(send());
        try (ScriptedRelay relay = new ScriptedRelay().answering("CONTENT", ScriptedRelay.HANG_UP)) {
            dispatcherFor(relay.port()).runDue();
            assertThat(relay.mails).hasSize(1);
        }
        workScheduler.advance(Duration.ofHours(1));
        assertThat(mails()).isEmpty();
        assertThat(report(id).path("state").asText()).isEqualTo("ATTEMPTING");
        assertThat(json.readTree(Http.withKey(environment)
                                .get("/api/messages?state=ATTEMPTING")
                                .body())
                        .findValuesAsText("id"))
                .contains(id.toString());
        assertThat(mailing.cancel(List.of(enrolment), "too_late")).isZero();
    }

    @Test
    void answersUnknownMessagesAndStatesWithAProblem() {
        Http application = Http.withKey(environment);
        assertThat(application.get("/api/messages/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(application.get("/api/messages/no-uuid").statusCode()).isEqualTo(400);
        assertThat(application.get("/api/messages?state=LOST").statusCode()).isEqualTo(400);
        assertThat(Http.asNobody(environment)
                        .get("/api/messages/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(401);
    }

    private OutboxDispatcher dispatcherFor(int port) {
        return node(port, SmtpRelayTest.settings(), clock).dispatcher();
    }

    private JsonNode report(UUID id) throws IOException {
        return json.readTree(
                Http.withKey(environment).get("/api/messages/" + id).body());
    }
}
