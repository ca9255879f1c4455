package org.postroad.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.MessageHandlerFactory;
import org.subethamail.smtp.RejectException;

/** Stores each received mail once per recipient, and publishes a {@link MailArrived} for each after that. */
final class LocalMailReceiver implements MessageHandlerFactory {

    private static final Logger log = LoggerFactory.getLogger(LocalMailReceiver.class);

    private final LocalInbox inbox;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;
    private final long mostBytes;

    LocalMailReceiver(
            LocalInbox inbox,
            TransactionOperations transaction,
            Clock clock,
            ApplicationEventPublisher publisher,
            long mostBytes) {
        this.inbox = inbox;
        this.transaction = transaction;
        this.clock = clock;
        this.publisher = publisher;
        this.mostBytes = mostBytes;
    }

    @Override
    public MessageHandler create(MessageContext context) {
        return new SmtpMessageHandler();
    }

    private List<ReceivedMail> store(List<String> recipients, byte[] raw) throws RejectException {
        try {
            List<ReceivedMail> stored = transaction.execute(status -> recipients.stream()
                    .map(recipient -> inbox.store(recipient, clock.instant(), raw))
                    .toList());
            return stored == null ? List.of() : stored;
        } catch (DataAccessException e) {
            log.warn("The inbox could not store a mail and asked the sender to try later: {}", e.getMessage());
            throw new RejectException(451, "The inbox cannot store mail at present; try again later.");
        }
    }

    /** Does not fail if a listener does: the mail is stored, so the sender must get a success reply. */
    private void publish(ReceivedMail mail) {
        try {
            publisher.publishEvent(
                    new MailArrived(mail.id(), mail.to(), mail.subject(), mail.html(), mail.text(), mail.sentAt()));
        } catch (RuntimeException e) {
            log.warn("Mail {} is in the inbox, but a listener failed on it", mail.id(), e);
        }
    }

    private byte[] read(InputStream data) throws IOException, RejectException {
        byte[] raw = data.readNBytes((int) mostBytes + 1);
        if (raw.length > mostBytes) {
            data.transferTo(OutputStream.nullOutputStream());
            throw new RejectException(552, "The mail is larger than " + mostBytes + " bytes.");
        }
        return raw;
    }

    /** One SMTP transaction. */
    private final class SmtpMessageHandler implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException, RejectException {
            store(recipients, read(data)).forEach(LocalMailReceiver.this::publish);
            return null;
        }

        @Override
        public void done() {}
    }
}
