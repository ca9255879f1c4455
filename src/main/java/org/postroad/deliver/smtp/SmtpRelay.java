package org.postroad.deliver.smtp;

import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.postroad.deliver.DeliverSettings;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The SMTP relay, reached over a few connections that are kept open between messages. */
@Component
@Conditional(RehearsalMode.Off.class)
class SmtpRelay implements Relay {

    private final GenericObjectPool<SmtpConnection> connections;

    SmtpRelay(SmtpConnectionFactory factory, DeliverSettings settings) {
        GenericObjectPoolConfig<SmtpConnection> config = new GenericObjectPoolConfig<>();
        config.setMaxTotal(settings.connections());
        config.setMaxIdle(settings.connections());
        config.setTestOnBorrow(true);
        config.setMinEvictableIdleDuration(SmtpConnectionFactory.LONGEST_IDLE);
        config.setTimeBetweenEvictionRuns(SmtpConnectionFactory.LONGEST_IDLE);
        config.setJmxEnabled(false);
        this.connections = new GenericObjectPool<>(factory, config);
    }

    /** Waits for the relay's answer, and for a connection if all are in use. */
    @Override
    public SendResult post(String recipient, byte[] mime) {
        SmtpConnection connection;
        try {
            connection = connections.borrowObject();
        } catch (Exception e) {
            return new SendResult.Unreachable(SmtpFailureClassifier.oneLine(e.getMessage()));
        }
        SendResult sendResult = connection.post(recipient, mime);
        giveBack(connection, sendResult);
        return sendResult;
    }

    /** After anything but a plain success a connection may be in an odd state; a new one costs little. */
    private void giveBack(SmtpConnection connection, SendResult sendResult) {
        if (sendResult instanceof SendResult.Sent) {
            connections.returnObject(connection);
            return;
        }
        try {
            connections.invalidateObject(connection);
        } catch (Exception e) {
            // It was to be thrown away in any case.
        }
    }

    @Override
    public int inUse() {
        return connections.getNumActive();
    }

    @Override
    public void close() {
        connections.close();
    }
}
