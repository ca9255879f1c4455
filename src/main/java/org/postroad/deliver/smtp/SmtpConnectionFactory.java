package org.postroad.deliver.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.postroad.deliver.DeliverSettings;
import org.postroad.deliver.SenderAddresses;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Opens connections to the relay of {@code spring.mail}, and checks whether idle ones can still be used. */
@Component
class SmtpConnectionFactory extends BasePooledObjectFactory<SmtpConnection> {

    /** Relays close idle connections; most wait longer than this. */
    static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

    /** Connections that were used within this time are not checked. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final MailProperties relay;
    private final DeliverSettings settings;
    private final Session session;

    SmtpConnectionFactory(
            MailProperties relay,
            DeliverSettings settings,
            SenderAddresses sender,
            ObjectProvider<SslBundles> bundles) {
        this.relay = relay;
        this.settings = settings;
        this.session = Session.getInstance(properties(sender, bundles));
    }

    @Override
    public SmtpConnection create() throws MessagingException {
        if (relay.getHost() == null) {
            throw new MessagingException("No SMTP relay is configured: set spring.mail.host (SPRING_MAIL_HOST).");
        }
        SMTPTransport transport = (SMTPTransport) session.getTransport(relay.getProtocol());
        int port = relay.getPort() == null ? -1 : relay.getPort();
        transport.connect(relay.getHost(), port, relay.getUsername(), relay.getPassword());
        return new SmtpConnection(session, transport);
    }

    @Override
    public PooledObject<SmtpConnection> wrap(SmtpConnection connection) {
        return new DefaultPooledObject<>(connection);
    }

    @Override
    public boolean validateObject(PooledObject<SmtpConnection> pooled) {
        SmtpConnection connection = pooled.getObject();
        return connection.mails() < settings.mailsPerConnection()
                && (pooled.getIdleDuration().compareTo(FRESH) < 0 || connection.alive());
    }

    @Override
    public void destroyObject(PooledObject<SmtpConnection> pooled) throws MessagingException {
        pooled.getObject().close();
    }

    /** {@code spring.mail.properties} overrides ours. */
    private Properties properties(SenderAddresses sender, ObjectProvider<SslBundles> bundles) {
        String prefix = "mail." + relay.getProtocol() + ".";
        Properties properties = new Properties();
        sender.bounces().ifPresent(address -> properties.put(prefix + "from", address));
        properties.put(
                prefix + "connectiontimeout",
                String.valueOf(settings.connectTimeout().toMillis()));
        properties.put(prefix + "timeout", String.valueOf(settings.timeout().toMillis()));
        properties.put(prefix + "socketFactory", NoDelaySockets.plain());
        if (!relay.getProperties().containsKey(prefix + "ssl.trust")) { // that needs the factory of Angus Mail
            properties.put(prefix + "ssl.socketFactory", NoDelaySockets.tls(tls(bundles)));
        }
        properties.put(prefix + "ssl.enable", String.valueOf(relay.getSsl().isEnabled()));
        properties.putAll(relay.getProperties());
        return properties;
    }

    private SSLSocketFactory tls(ObjectProvider<SslBundles> bundles) {
        String name = relay.getSsl().getBundle();
        return name == null
                ? (SSLSocketFactory) SSLSocketFactory.getDefault()
                : bundles.getObject().getBundle(name).createSslContext().getSocketFactory();
    }
}
