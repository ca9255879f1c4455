package org.postroad.deliver.smtp;

import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.postroad.deliver.DeliverSettings;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The SMTP relay, over pooled connections that stay open between messages. */
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

    /** Also waits for a connection if all are in use. */
    @Override
    public SendResult send(String recipient, byte[] mime) {
        SmtpConnection connection;
        try {
            connection = connections.borrowObject();
        } catch (Exception e) {
            return new SendResult.Unreachable(SmtpFailureClassifier.oneLine(e.getMessage()));
        }
        SendResult result = connection.send(recipient, mime);
        release(connection, result);
        return result;
    }

    /** After anything but success a connection may be in an undefined state, and is replaced. */
    private void release(SmtpConnection connection, SendResult result) {
        if (result instanceof SendResult.Sent) {
            connections.returnObject(connection);
            return;
        }
        try {
            connections.invalidateObject(connection);
        } catch (Exception e) {
            // The connection is discarded anyway.
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
