package org.postroad.deliver.smtp;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message that is written byte for byte as it was frozen, and knows whether writing has begun. */
final class FrozenMimeMessage extends MimeMessage {

    private final byte[] bytes;
    private boolean begun;

    FrozenMimeMessage(Session session, byte[] bytes) {
        super(session);
        this.bytes = bytes;
    }

    /** The transport calls this after the relay's 354. If the connection breaks from here on, the outcome is unknown. */
    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        begun = true;
        out.write(bytes);
    }

    boolean begun() {
        return begun;
    }
}
