package org.postroad.deliver.smtp;

import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The relay of rehearsals: accepts every message and sends none. */
@Component
@Conditional(RehearsalMode.class)
final class NoOpRelay implements Relay {

    @Override
    public SendResult send(String recipient, byte[] mime) {
        return new SendResult.Sent("250 only a rehearsal");
    }

    @Override
    public int inUse() {
        return 0;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
