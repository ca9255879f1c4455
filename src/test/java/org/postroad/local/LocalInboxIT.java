package org.postroad.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.core.env.Environment;

@PostroadTest
class LocalInboxIT {

    @Autowired
    Environment environment;

    @Autowired
    MailProperties relay;

    @Autowired
    ApplicationEventMulticaster events;

    @Autowired
    Clock clock;

    @Autowired
    ObjectMapper json;

    @Autowired
    LocalSmtpServer server;

    final List<MailArrived> arrived = new CopyOnWriteArrayList<>();
    final ApplicationListener<PayloadApplicationEvent<MailArrived>> listener = event -> {
        arrived.add(event.getPayload());
        throw new IllegalStateException("A listener that fails must not cost the sender his answer.");
    };

    @BeforeEach
    void listen() {
        events.addApplicationListener(listener);
    }

    @AfterEach
    void leave() {
        events.removeApplicationListener(listener);
    }

    @Test
    void listsMailsInTheOrderOfSending() throws Exception {
        post("inbox-sarah@example.com", "Subject: First\r\n\r\none");
        post("Inbox-Sarah@Example.com", "Subject: Second\r\nX-Step: reminder\r\n\r\ntwo");
        post("inbox-paul@example.com", "Subject: Other\r\n\r\nthree");

        JsonNode mails = json.readTree(
                http().get("/local/inbox?to=inbox-SARAH@example.com").body());

        assertThat(mails.findValuesAsText("subject")).containsExactly("First", "Second");
        JsonNode second = mails.get(1);
        assertThat(second.get("to").asText()).isEqualTo("inbox-sarah@example.com");
        assertThat(second.get("text").asText().strip()).isEqualTo("two");
        assertThat(second.get("html").asText()).isEmpty();
        assertThat(second.get("sentAt").asText()).isEqualTo(clock.instant().toString());
        assertThat(second.get("headers").get("X-Step").asText()).isEqualTo("reminder");
        HttpResponse<String> raw = http().get("/local/inbox/" + second.get("id").asLong() + ".eml");
        assertThat(raw.body()).contains("X-Step: reminder\r\n");
        assertThat(raw.headers().firstValue("Content-Type")).hasValue("message/rfc822");
    }

    @Test
    void publishesAnEventForEachRecipient() throws Exception {
        String answer = say(
                "MAIL FROM:<shop@example.com>",
                "RCPT TO:<inbox-anna@example.com>",
                "RCPT TO:<inbox-ben@example.com>",
                "DATA",
                "Subject: For both\r\n\r\nhello\r\n.");

        assertThat(answer).startsWith("250");
        assertThat(arrived)
                .extracting(MailArrived::to, MailArrived::subject)
                .containsExactly(
                        tuple("inbox-anna@example.com", "For both"), tuple("inbox-ben@example.com", "For both"));
    }

    @Test
    void refusesMailThatIsTooLargeAndAcceptsTheNext() throws Exception {
        String huge = ("x".repeat(998) + "\r\n").repeat(11_000);

        String answer = say(
                "MAIL FROM:<shop@example.com>",
                "RCPT TO:<inbox-huge@example.com>",
                "DATA",
                "Subject: Huge\r\n\r\n" + huge + ".");

        assertThat(answer).startsWith("552");
        assertThat(http().get("/local/inbox?to=inbox-huge@example.com").body()).isEqualTo("[]");
        post("inbox-huge@example.com", "Subject: Small\r\n\r\nfits");
        assertThat(http().get("/local/inbox?to=inbox-huge@example.com").body()).contains("Small");
    }

    @Test
    void storesMalformedMail() throws Exception {
        post("inbox-torn@example.com", "Content-Type: multipart/alternative; boundary=gone\r\n\r\n--torn");

        JsonNode mail = json.readTree(
                        http().get("/local/inbox?to=inbox-torn@example.com").body())
                .get(0);

        assertThat(mail.get("subject").asText()).isEmpty();
        assertThat(mail.get("html").asText()).isEmpty();
    }

    @Test
    void answersInvalidRequestsWithASentence() {
        assertThat(http().get("/local/inbox/999999999.eml").statusCode()).isEqualTo(404);
        HttpResponse<String> greedy = http().get("/local/inbox?limit=5000");
        assertThat(greedy.statusCode()).isEqualTo(400);
        assertThat(greedy.body()).contains("between 1 and 1000");
    }

    @Test
    void canBeStoppedAndStartedAgain() throws Exception {
        server.stop();
        try (Socket refused = new Socket(relay.getHost(), relay.getPort())) {
            assertThat(refused.isConnected()).as("nobody listens").isFalse();
        } catch (IOException expected) {
            assertThat(expected).hasMessageContaining("refused");
        } finally {
            server.start();
        }
        post("inbox-again@example.com", "Subject: Open again\r\n\r\n");
        assertThat(http().get("/local/inbox?to=inbox-again@example.com").body()).contains("Open again");
    }

    Http http() {
        return Http.withKey(environment);
    }

    void post(String recipient, String mail) throws IOException {
        assertThat(say("MAIL FROM:<shop@example.com>", "RCPT TO:<" + recipient + ">", "DATA", mail + "\r\n."))
                .startsWith("250");
    }

    /** Speaks SMTP line by line and returns the last answer. */
    String say(String... lines) throws IOException {
        try (Socket socket = new Socket(relay.getHost(), relay.getPort());
                PrintWriter out = new PrintWriter(socket.getOutputStream(), false, StandardCharsets.UTF_8);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(30_000);
            in.readLine();
            String answer = exchange(out, in, "HELO test");
            for (String line : lines) {
                answer = exchange(out, in, line);
            }
            return answer;
        }
    }

    private static String exchange(PrintWriter out, BufferedReader in, String line) throws IOException {
        out.print(line + "\r\n");
        out.flush();
        return in.readLine();
    }
}
