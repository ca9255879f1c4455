package org.postroad.local;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.subethamail.smtp.server.SMTPServer;

/** The SMTP server of the embedded inbox, on the loopback address only. Can be stopped and started again. */
final class LocalSmtpServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LocalSmtpServer.class);

    private final LocalSettings settings;
    private final LocalMailReceiver receiver;
    private volatile SMTPServer server;

    LocalSmtpServer(LocalSettings settings, LocalMailReceiver receiver) {
        this.settings = settings;
        this.receiver = receiver;
        this.server = newServer();
    }

    @Override
    public synchronized void start() {
        server = newServer();
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new SmtpPortTaken(settings.smtpPort(), e);
        }
        log.debug("The inbox listens on 127.0.0.1:{}", settings.smtpPort());
    }

    @Override
    public synchronized void stop() {
        server.stop();
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }

    /** Starts before the threads that send mail, and stops after them. */
    @Override
    public int getPhase() {
        return 0;
    }

    private SMTPServer newServer() {
        return SMTPServer.port(settings.smtpPort())
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Postroad inbox")
                .maxMessageSize((int) settings.maxMessageSize().toBytes())
                .messageHandlerFactory(receiver)
                .build();
    }
}
