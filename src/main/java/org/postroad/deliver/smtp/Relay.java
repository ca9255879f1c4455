package org.postroad.deliver.smtp;

/** The mail relay to which messages are sent. */
public interface Relay extends AutoCloseable {

    /** Attempts to send one message, and waits for the result. Failures are results, not exceptions. */
    SendResult send(String recipient, byte[] mime);

    /** How many messages are being sent at this moment. */
    int inUse();

    @Override
    void close();
}
