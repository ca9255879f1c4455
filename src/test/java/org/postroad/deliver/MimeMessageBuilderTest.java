package org.postroad.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postroad.compose.Letter;
import org.postroad.deliver.smtp.SmtpRelayTest;

class MimeMessageBuilderTest {

    private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String SUBJECT =
            "Still thinking about those Løype runners, Zoë? ".repeat(3).strip();
    private static final String TEXT = "Grüße, Zoë\n.a line with a dot\n" + "x".repeat(2_000) + "\n";
    private static final String HTML = "<p>Grüße, Zoë =)</p>" + "<b>y</b>".repeat(500);
    private static final String UNSUBSCRIBE = "https://mail.example/u/" + "t".repeat(48);

    private final MimeMessageBuilder mimeMessageBuilder =
            new MimeMessageBuilder(new SenderAddresses(SmtpRelayTest.settings()));

    @Test
    void setsSenderRecipientSubjectDateAndMessageId() throws Exception {
        MimeMessage mail = parsed();
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("hello@shop.example", "The Shop"));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("zoe@customers.example"));
        assertThat(mail.getSubject()).isEqualTo(SUBJECT);
        assertThat(mail.getSentDate()).isEqualTo(Date.from(NOW));
        assertThat(mail.getMessageID()).isEqualTo("<" + ID + "@shop.example>");
    }

    @Test
    void setsTheHeadersOfUnsubscribeButtons() throws Exception {
        MimeMessage mail = parsed();
        assertThat(mail.getHeader("List-Unsubscribe", null).replaceAll("\\s+", " "))
                .isEqualTo("<" + UNSUBSCRIBE + ">, <mailto:leave@shop.example?subject=unsubscribe>");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-ID", null)).isEqualTo("<marketing.shop.example>");
        assertThat(mail.getHeader("Feedback-ID", null)).isEqualTo("send:browse-abandonment:marketing:shop");
    }

    @Test
    void containsTextThenHtmlUnchanged() throws Exception {
        MimeMultipart parts = (MimeMultipart) parsed().getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertPart(parts.getBodyPart(0), "text/plain; charset=UTF-8", TEXT.replace("\n", "\r\n"));
        assertPart(parts.getBodyPart(1), "text/html; charset=UTF-8", HTML);
    }

    private static void assertPart(BodyPart part, String type, String content) throws MessagingException, IOException {
        assertThat(part.getContentType()).isEqualTo(type);
        assertThat(part.getContent().toString().replaceAll("\r?\n", "\r\n")).isEqualTo(content);
    }

    @Test
    void isAsciiInShortLines() {
        String mime = new String(build(), StandardCharsets.ISO_8859_1);
        assertThat(mime).matches("\\A\\p{ASCII}*\\z");
        assertThat(mime.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(200));
        assertThat(mime.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void identifiesTheCustomerOnlyInTheRecipientHeader() {
        String headers = new String(build(), StandardCharsets.ISO_8859_1).split("\r\n\r\n", 2)[0];
        List<String> lines = headers.lines()
                .filter(line -> line.contains("zoe@") || line.contains("customer-7"))
                .toList();
        assertThat(lines).containsExactly("To: zoe@customers.example");
    }

    @Test
    void namesTheMissingSetting() {
        DeliverSettings noSender = new DeliverSettings(
                null, null, null, null, "shop", 1, 1, 1, Map.of(), Duration.ofSeconds(1), Duration.ofSeconds(1));
        MimeMessageBuilder withoutSender = new MimeMessageBuilder(new SenderAddresses(noSender));
        assertThatIllegalStateException()
                .isThrownBy(() -> withoutSender.build(ID, request(), "zoe@customers.example", letter(), NOW))
                .withMessageContaining("postroad.deliver.from");
    }

    @Test
    void refusesASenderThatIsNoAddress() {
        DeliverSettings wrong = new DeliverSettings(
                "The Shop", null, null, null, "shop", 1, 1, 1, Map.of(), Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThatIllegalStateException()
                .isThrownBy(() -> new SenderAddresses(wrong))
                .withMessageContaining("postroad.deliver.from is 'The Shop'");
    }

    private MimeMessage parsed() throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(build()));
    }

    private byte[] build() {
        return mimeMessageBuilder.build(ID, request(), "zoe@customers.example", letter(), NOW);
    }

    private static Letter letter() {
        return new Letter(SUBJECT, HTML, TEXT, UNSUBSCRIBE);
    }

    private static MailRequest request() {
        return new MailRequest(
                UUID.randomUUID(),
                "browse-abandonment",
                "send",
                1,
                "customer-7",
                "marketing",
                50,
                Precedence.AT_ANY_TIME,
                "browse-abandonment/reminder",
                null,
                false,
                List.of(),
                Map.of());
    }
}
