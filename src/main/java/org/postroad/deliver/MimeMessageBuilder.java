package org.postroad.deliver;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
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
 * Puts a letter into its envelope: the MIME octets as they will be posted, however often it takes. Nothing in the
 * headers but the address says who gets it.
 */
@Component
class MimeMessageBuilder {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final SenderAddresses sender;

    MimeMessageBuilder(SenderAddresses sender) {
        this.sender = sender;
    }

    /** Whether this is one address that can stand in a header. */
    static boolean deliverable(String address) {
        try {
            InternetAddress parsed = new InternetAddress(address, true);
            return parsed.getAddress().equals(address)
                    && address.indexOf('@') > 0
                    && StandardCharsets.US_ASCII.newEncoder().canEncode(address);
        } catch (AddressException e) {
            return false;
        }
    }

    byte[] build(UUID id, MailRequest order, String recipient, Letter letter, Instant now) {
        try {
            MimeMessage message = new FixedIdMessage(id + "@" + sender.domain());
            address(message, recipient, letter, now);
            listUnsubscribeHeaders(message, order, letter);
            feedbackHeaders(message, id, order);
            message.setContent(parts(letter));
            message.saveChanges();
            return octets(message);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Message " + id + " cannot be put into MIME: " + e.getMessage(), e);
        }
    }

    private void address(MimeMessage message, String recipient, Letter letter, Instant now) throws MessagingException {
        message.setFrom(sender.from());
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(recipient));
        if (sender.replyTo().isPresent()) {
            message.setReplyTo(new InternetAddress[] {sender.replyTo().get()});
        }
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(now));
    }

    /** RFC 2369, RFC 8058: mail programs show their own "unsubscribe" and post to the address when it is pressed. */
    private void listUnsubscribeHeaders(MimeMessage message, MailRequest order, Letter letter)
            throws MessagingException {
        String oneClick = "<" + letter.unsubscribeUrl() + ">";
        String both = sender.unsubscribeMailbox()
                .map(mailbox -> oneClick + ", <mailto:" + mailbox + "?subject=unsubscribe>")
                .orElse(oneClick);
        set(message, "List-Unsubscribe", both);
        set(message, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        set(message, "List-ID", "<" + order.topic().replaceAll("[^A-Za-z0-9-]", "-") + "." + sender.domain() + ">");
    }

    private void feedbackHeaders(MimeMessage message, UUID id, MailRequest order) throws MessagingException {
        set(message, "Feedback-ID", String.join(":", order.step(), order.journey(), order.topic(), sender.id()));
        set(message, "X-Postroad-Message", id.toString());
        set(message, "X-Postroad-Journey", order.journey());
        set(message, "X-Postroad-Step", order.step());
    }

    private static void set(MimeMessage message, String name, String value) throws MessagingException {
        message.setHeader(name, MimeUtility.fold(name.length() + 2, value));
    }

    private static MimeMultipart parts(Letter letter) throws MessagingException {
        return new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html"));
    }

    /** Quoted-printable keeps every line short and every relay content, whether it knows 8BITMIME or not. */
    private static MimeBodyPart part(String words, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(words, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static byte[] octets(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(64 * 1024);
        message.writeTo(octets);
        return octets.toByteArray();
    }

    /** A message whose id is its row's, so that a mail can be traced back and a second copy would be seen as one. */
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
