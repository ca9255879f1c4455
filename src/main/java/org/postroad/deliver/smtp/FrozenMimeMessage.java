package org.postroad.deliver.smtp;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A mail that is written as it was frozen, octet for octet, and remembers whether writing it was begun. */
final class FrozenMimeMessage extends MimeMessage {

    private final byte[] octets;
    private boolean begun;

    FrozenMimeMessage(Session session, byte[] octets) {
        super(session);
        this.octets = octets;
    }

    /** The transport calls this after the relay's 354: from here on a lost connection means that nobody knows. */
    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        begun = true;
        out.write(octets);
    }

    boolean begun() {
        return begun;
    }
}
