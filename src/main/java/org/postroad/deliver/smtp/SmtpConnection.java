package org.postroad.deliver.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One open connection to the relay. */
final class SmtpConnection {

    private final Session session;
    private final SMTPTransport transport;
    private int mails;

    SmtpConnection(Session session, SMTPTransport transport) {
        this.session = session;
        this.transport = transport;
    }

    SendResult send(String recipient, byte[] mime) {
        FrozenMimeMessage message = new FrozenMimeMessage(session, mime);
        mails++;
        try {
            transport.sendMessage(message, new Address[] {new InternetAddress(recipient)});
            return new SendResult.Sent(SmtpFailureClassifier.oneLine(transport.getLastServerResponse()));
        } catch (MessagingException e) {
            return SmtpFailureClassifier.classify(e, message.begun());
        }
    }

    int mails() {
        return mails;
    }

    /** Whether the relay still answers; costs a round trip. */
    boolean alive() {
        return transport.isConnected();
    }

    void close() throws MessagingException {
        transport.close();
    }
}
