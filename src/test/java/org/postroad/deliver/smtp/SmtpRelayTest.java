package org.postroad.deliver.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.deliver.DeliverSettings;
import org.postroad.deliver.ScriptedRelay;
import org.postroad.deliver.SenderAddresses;
import org.springframework.boot.autoconfigure.mail.MailProperties;

/** The result of sending, by what the relay replies. */
public class SmtpRelayTest {

    private static final byte[] MIME =
            "Subject: Hello\r\n\r\nLine one\r\n.dotted\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ScriptedRelay server = new ScriptedRelay();
    private final Relay relay = relayAt(server.port(), settings());

    /** A relay on this machine. */
    public static Relay relayAt(int port, DeliverSettings settings) {
        MailProperties properties = new MailProperties();
        properties.setHost("127.0.0.1");
        properties.setPort(port);
        return new SmtpRelay(
                new SmtpConnectionFactory(properties, settings, new SenderAddresses(settings), mock()), settings);
    }

    public static DeliverSettings settings() {
        return settings(Map.of());
    }

    public static DeliverSettings settings(Map<String, Double> limits) {
        return new DeliverSettings(
                "The Shop <hello@shop.example>",
                null,
                null,
                "leave@shop.example",
                "shop",
                2,
                3,
                40,
                limits,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        server.close();
    }

    @Test
    void sendsTheFrozenBytes() {
        assertThat(send()).isEqualTo(new SendResult.Sent("250 2.0.0 taken"));
        assertThat(server.mails).containsExactly("Subject: Hello\r\n\r\nLine one\r\n.dotted");
    }

    @Test
    void replacesAConnectionAfterSeveralMails() {
        for (int i = 0; i < 4; i++) {
            assertThat(send()).isInstanceOf(SendResult.Sent.class);
        }
        assertThat(server.connections).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 4.7.1 later, Deferred",
        "MAIL, 421 4.3.2 closing, Deferred",
        "MAIL, 550 5.7.1 not you, Failed",
        "RCPT, 450 4.2.1 greylisted, Deferred",
        "RCPT, 550 5.1.1 no such user, Failed",
        "DATA, 451 4.3.0 later, Deferred",
        "DATA, 554 5.5.1 no, Failed",
        "CONTENT, 452 4.2.2 full, Deferred",
        "CONTENT, 554 5.7.1 spam, Failed",
    })
    void classifiesTheReply(String step, String reply, String result) {
        server.answering(step, reply);
        SendResult sent = send();
        assertThat(sent.getClass().getSimpleName()).isEqualTo(result);
        assertThat(sent.reply()).contains(reply);
    }

    @ParameterizedTest
    @CsvSource({"MAIL", "RCPT", "DATA"})
    void defersWhenTheConnectionBreaksBeforeTheContent(String step) {
        server.answering(step, ScriptedRelay.HANG_UP);
        assertThat(send()).isInstanceOf(SendResult.Deferred.class);
        assertThat(server.mails).isEmpty();
    }

    @Test
    void isUnknownWhenTheConnectionBreaksAfterTheContent() {
        server.answering("CONTENT", ScriptedRelay.HANG_UP);
        assertThat(send()).isInstanceOf(SendResult.Unknown.class);
    }

    @Test
    void sendsAgainAfterABrokenConnection() {
        server.answering("CONTENT", ScriptedRelay.HANG_UP);
        send();
        server.answering("CONTENT", "250 taken");
        assertThat(send()).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void isUnreachableWhenTheRelayRefusesTheConnection() {
        server.answering("CONNECT", "421 too busy");
        assertThat(send()).isInstanceOf(SendResult.Unreachable.class);
    }

    @Test
    void isUnreachableWhenTheRelayIsAway() throws IOException {
        server.close();
        assertThat(send()).isInstanceOf(SendResult.Unreachable.class);
        assertThat(send().reply()).isNotBlank();
    }

    @Test
    void saysThatNoRelayIsConfigured() {
        DeliverSettings settings = settings();
        Relay nowhere = new SmtpRelay(
                new SmtpConnectionFactory(new MailProperties(), settings, new SenderAddresses(settings), mock()),
                settings);
        assertThat(nowhere.send("sarah@customers.example", MIME).reply()).contains("spring.mail.host");
        nowhere.close();
    }

    private SendResult send() {
        return relay.send("sarah@customers.example", MIME);
    }
}
