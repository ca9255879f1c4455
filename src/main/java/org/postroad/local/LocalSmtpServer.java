package org.postroad.local;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.subethamail.smtp.server.SMTPServer;

/** The SMTP door of the embedded inbox, on the loopback address only. It can be closed and opened again. */
final class LocalSmtpServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LocalSmtpServer.class);

    private final LocalSettings settings;
    private final LocalMailReceiver taker;
    private volatile SMTPServer server;

    LocalSmtpServer(LocalSettings settings, LocalMailReceiver taker) {
        this.settings = settings;
        this.taker = taker;
        this.server = closedServer();
    }

    @Override
    public synchronized void start() {
        server = closedServer();
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

    /** Before whoever posts starts; after he has stopped. */
    @Override
    public int getPhase() {
        return 0;
    }

    private SMTPServer closedServer() {
        return SMTPServer.port(settings.smtpPort())
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Postroad inbox")
                .maxMessageSize((int) settings.maxMessageSize().toBytes())
                .messageHandlerFactory(taker)
                .build();
    }
}
