package org.postroad.deliver.smtp;

/** To whom the post office hands its mail. */
public interface Relay extends AutoCloseable {

    /** Posts one message. */
    SendResult post(String recipient, byte[] mime);

    /** How many are being posted. */
    int inUse();

    @Override
    void close();
}
