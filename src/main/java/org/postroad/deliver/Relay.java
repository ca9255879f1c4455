package org.postroad.deliver;

import jakarta.annotation.PreDestroy;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.springframework.stereotype.Component;

/** The SMTP relay, reached over a few connections that are kept open between messages. */
@Component
class Relay {

    private final GenericObjectPool<RelayConnection> connections;

    Relay(RelayConnections factory, DeliverSettings settings) {
        GenericObjectPoolConfig<RelayConnection> config = new GenericObjectPoolConfig<>();
        config.setMaxTotal(settings.connections());
        config.setMaxIdle(settings.connections());
        config.setTestOnBorrow(true);
        config.setMinEvictableIdleDuration(RelayConnections.LONGEST_IDLE);
        config.setTimeBetweenEvictionRuns(RelayConnections.LONGEST_IDLE);
        config.setJmxEnabled(false);
        this.connections = new GenericObjectPool<>(factory, config);
    }

    /** Posts one message; waits for the relay's answer, and for a connection if all are in use. */
    Attempt post(String recipient, byte[] mime) {
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

    /** How many are posting. */
    int inUse() {
        return connections.getNumActive();
    }

    @PreDestroy
    void close() {
        connections.close();
    }
}
