package org.postroad.deliver.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.deliver.DeliverSettings;
import org.postroad.deliver.SenderAddresses;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.subethamail.smtp.server.SMTPServer;

/** STARTTLS, to a server whose certificate is trusted. */
class SmtpRelayTlsTest {

    private static final List<String> RECIPIENTS = new CopyOnWriteArrayList<>();

    @TempDir
    static Path folder;

    static SslBundle certificate;
    static SMTPServer server;

    @BeforeAll
    static void startAServerThatRequiresTls() throws Exception {
        certificate = selfSigned();
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .requireTLS()
                .startTlsSocketFactory(certificate.createSslContext())
                .messageHandler((context, from, to, data) -> RECIPIENTS.add(to))
                .build();
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void sendsToATrustedServer() {
        MailProperties properties = startTls();
        properties.getSsl().setBundle("relay");
        assertThat(send(properties)).isInstanceOf(SendResult.Sent.class);
        assertThat(RECIPIENTS).contains("sarah@customers.example");
    }

    @Test
    void sendsNothingToAnUntrustedServer() {
        RECIPIENTS.clear();
        assertThat(send(startTls())).isInstanceOf(SendResult.Unreachable.class);
        assertThat(RECIPIENTS).isEmpty();
    }

    private static MailProperties startTls() {
        MailProperties properties = new MailProperties();
        properties.setHost("localhost");
        properties.setPort(server.getPortAllocated());
        properties.getSsl().setEnabled(false); // STARTTLS, not TLS from the start
        properties.getProperties().put("mail.smtp.starttls.enable", "true");
        properties.getProperties().put("mail.smtp.starttls.required", "true");
        return properties;
    }

    private static SendResult send(MailProperties properties) {
        SslBundles bundles = mock();
        given(bundles.getBundle("relay")).willReturn(certificate);
        ObjectProvider<SslBundles> provider = mock();
        given(provider.getObject()).willReturn(bundles);
        DeliverSettings settings = SmtpRelayTest.settings();
        SmtpConnectionFactory connections =
                new SmtpConnectionFactory(properties, settings, new SenderAddresses(settings), provider);
        SmtpRelay relay = new SmtpRelay(connections, settings);
        try {
            return relay.send("sarah@customers.example", "Subject: Hello\r\n\r\nHello\r\n".getBytes());
        } finally {
            relay.close();
        }
    }

    private static SslBundle selfSigned() throws Exception {
        Path store = folder.resolve("relay.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        JksSslStoreDetails details =
                JksSslStoreDetails.forLocation(store.toUri().toString()).withPassword("changeit");
        return SslBundle.of(new JksSslStoreBundle(details, details));
    }
}
