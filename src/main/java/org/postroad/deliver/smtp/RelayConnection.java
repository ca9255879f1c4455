package org.postroad.deliver.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One open connection to the relay. */
final class RelayConnection {

    private final Session session;
    private final SMTPTransport transport;
    private int mails;

    RelayConnection(Session session, SMTPTransport transport) {
        this.session = session;
        this.transport = transport;
    }

    Attempt post(String recipient, byte[] mime) {
        FrozenMail mail = new FrozenMail(session, mime);
        mails++;
        try {
            transport.sendMessage(mail, new Address[] {new InternetAddress(recipient)});
            return new Attempt.Sent(RelayReply.tidy(transport.getLastServerResponse()));
        } catch (MessagingException e) {
            return RelayReply.judge(e, mail.begun());
        }
    }

    int mails() {
        return mails;
    }

    /** Asks the relay; costs a round trip. */
    boolean alive() {
        return transport.isConnected();
    }

    void close() throws MessagingException {
        transport.close();
    }
}
