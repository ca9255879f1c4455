package org.postroad.deliver;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.postroad.compose.Letter;
import org.springframework.stereotype.Component;

/**
 * Builds the MIME message of a letter, in the bytes that every attempt will send. No header but {@code To} identifies the
 * recipient.
 */
@Component
class MimeMessageBuilder {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final SenderAddresses sender;

    MimeMessageBuilder(SenderAddresses sender) {
        this.sender = sender;
    }

    byte[] build(UUID id, MailRequest request, String recipient, Letter letter, Instant now) {
        try {
            MimeMessage message = new FixedIdMessage(id + "@" + sender.domain());
            setAddresses(message, recipient, letter, now);
            listUnsubscribeHeaders(message, request, letter);
            feedbackHeaders(message, id, request);
            message.setContent(parts(letter));
            message.saveChanges();
            return toBytes(message);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Message " + id + " cannot be put into MIME: " + e.getMessage(), e);
        }
    }

    private void setAddresses(MimeMessage message, String recipient, Letter letter, Instant now)
            throws MessagingException {
        message.setFrom(sender.from());
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(recipient));
        if (sender.replyTo().isPresent()) {
            message.setReplyTo(new InternetAddress[] {sender.replyTo().get()});
        }
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(now));
    }

    /** RFC 2369, RFC 8058: mail programs show an unsubscribe button of their own, which posts to the address. */
    private void listUnsubscribeHeaders(MimeMessage message, MailRequest request, Letter letter)
            throws MessagingException {
        String oneClick = "<" + letter.unsubscribeUrl() + ">";
        String both = sender.unsubscribeMailbox()
                .map(mailbox -> oneClick + ", <mailto:" + mailbox + "?subject=unsubscribe>")
                .orElse(oneClick);
        set(message, "List-Unsubscribe", both);
        set(message, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        set(message, "List-ID", "<" + request.topic().replaceAll("[^A-Za-z0-9-]", "-") + "." + sender.domain() + ">");
    }

    private void feedbackHeaders(MimeMessage message, UUID id, MailRequest request) throws MessagingException {
        set(message, "Feedback-ID", String.join(":", request.step(), request.journey(), request.topic(), sender.id()));
        set(message, "X-Postroad-Message", id.toString());
        set(message, "X-Postroad-Journey", request.journey());
        set(message, "X-Postroad-Step", request.step());
    }

    private static void set(MimeMessage message, String name, String value) throws MessagingException {
        message.setHeader(name, MimeUtility.fold(name.length() + 2, value));
    }

    private static MimeMultipart parts(Letter letter) throws MessagingException {
        return new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html"));
    }

    /** Quoted-printable keeps lines short and needs no 8BITMIME at the relay. */
    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static byte[] toBytes(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        message.writeTo(bytes);
        return bytes.toByteArray();
    }

    /** A message whose Message-ID is the id of its row, so that it can be traced and a second copy be recognised. */
    private static final class FixedIdMessage extends MimeMessage {

        private final String messageId;

        FixedIdMessage(String messageId) {
            super(SESSION);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + messageId + ">");
        }
    }
}
