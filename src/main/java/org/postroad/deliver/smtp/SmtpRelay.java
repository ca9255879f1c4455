package org.postroad.deliver.smtp;

import org.postroad.deliver.DeliverSettings;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The SMTP relay, reached over a few connections that are kept open between messages. */
@Component
@Conditional(RehearsalMode.Off.class)
class SmtpRelay implements Relay {

    private final GenericObjectPool<RelayConnection> connections;

    SmtpRelay(RelayConnections factory, DeliverSettings settings) {
        GenericObjectPoolConfig<RelayConnection> config = new GenericObjectPoolConfig<>();
        config.setMaxTotal(settings.connections());
        config.setMaxIdle(settings.connections());
        config.setTestOnBorrow(true);
        config.setMinEvictableIdleDuration(RelayConnections.LONGEST_IDLE);
        config.setTimeBetweenEvictionRuns(RelayConnections.LONGEST_IDLE);
        config.setJmxEnabled(false);
        this.connections = new GenericObjectPool<>(factory, config);
    }

    /** Waits for the relay's answer, and for a connection if all are in use. */
    @Override
    public Attempt post(String recipient, byte[] mime) {
        RelayConnection connection;
        try {
            connection = connections.borrowObject();
        } catch (Exception e) {
            return new Attempt.Unreachable(RelayReply.tidy(e.getMessage()));
        }
        Attempt attempt = connection.post(recipient, mime);
        giveBack(connection, attempt);
        return attempt;
    }

    /** After anything but a plain success a connection may be in an odd state; a new one costs little. */
    private void giveBack(RelayConnection connection, Attempt attempt) {
        if (attempt instanceof Attempt.Sent) {
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
