package org.postroad.local;

import java.util.Map;
import org.postroad.time.RehearsalMode;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Adds the settings of local mode, such as the embedded SMTP server as relay, before any bean reads its settings. They have
 * the lowest precedence: a relay that is configured ({@code SPRING_MAIL_HOST}) is used instead.
 */
final class LocalEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    static final String SMTP_PORT = "postroad.local.smtp-port";

    /** The sender while mail stays in the embedded inbox. A real relay needs a configured sender. */
    private static final Map<String, Object> SIMULATED_SENDER = Map.of(
            "postroad.compose.sender.name", "Trailhead Outfitters",
            "postroad.compose.sender.postal-address[0]", "12 Harbour Street",
            "postroad.compose.sender.postal-address[1]", "Portland, ME 04101",
            "postroad.compose.sender.postal-address[2]", "USA",
            "postroad.compose.sender.website", "https://shop.example",
            "postroad.deliver.from", "Trailhead Outfitters <hello@shop.example>",
            "postroad.deliver.unsubscribe-address", "unsubscribe@shop.example");

    /** No load balancer has to notice that a single node stops. */
    private static final Map<String, Object> NO_SHUTDOWN_DELAY = Map.of("postroad.doors.farewell", "0s");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (LocalMode.isOn(environment)) {
            int port = environment.getProperty(SMTP_PORT, Integer.class, 0);
            int smtpPort = port == 0 ? FreePort.find() : port;
            environment.getPropertySources().addFirst(source("localPort", Map.of(SMTP_PORT, smtpPort)));
            if (!environment.containsProperty("spring.mail.host") || RehearsalMode.isOn(environment)) {
                environment.getPropertySources().addLast(source("localSender", SIMULATED_SENDER));
            }
            environment
                    .getPropertySources()
                    .addLast(
                            source("localMail", Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", smtpPort)));
            environment.getPropertySources().addLast(source("localStop", NO_SHUTDOWN_DELAY));
        }
    }

    private static MapPropertySource source(String name, Map<String, Object> settings) {
        return new MapPropertySource(name, settings);
    }

    /** After the configuration files, which may configure a database. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
