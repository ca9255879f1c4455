package org.postroad.local;

import java.util.Map;
import org.postroad.time.RehearsalMode;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Points SMTP at the embedded inbox, and what else differs in local mode, before any bean reads its settings. Whoever names a relay himself
 * ({@code SPRING_MAIL_HOST}) is obeyed: these are the weakest settings of all.
 */
final class LocalEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    static final String SMTP_PORT = "postroad.local.smtp-port";

    /** Who writes as long as mail stays in the embedded inbox; to a real relay nobody writes under a made-up name. */
    private static final Map<String, Object> SIMULATED_SHOP = Map.of(
            "postroad.compose.sender.name", "Trailhead Outfitters",
            "postroad.compose.sender.postal-address[0]", "12 Harbour Street",
            "postroad.compose.sender.postal-address[1]", "Portland, ME 04101",
            "postroad.compose.sender.postal-address[2]", "USA",
            "postroad.compose.sender.website", "https://shop.example",
            "postroad.deliver.from", "Trailhead Outfitters <hello@shop.example>",
            "postroad.deliver.unsubscribe-address", "unsubscribe@shop.example");

    /** Nobody spreads requests over a single node. */
    private static final Map<String, Object> AT_ONCE = Map.of("postroad.doors.farewell", "0s");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (LocalMode.isOn(environment)) {
            int port = environment.getProperty(SMTP_PORT, Integer.class, 0);
            int smtpPort = port == 0 ? FreePort.find() : port;
            environment.getPropertySources().addFirst(source("localPort", Map.of(SMTP_PORT, smtpPort)));
            if (!environment.containsProperty("spring.mail.host") || RehearsalMode.isOn(environment)) {
                environment.getPropertySources().addLast(source("localSender", SIMULATED_SHOP));
            }
            environment
                    .getPropertySources()
                    .addLast(
                            source("localMail", Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", smtpPort)));
            environment.getPropertySources().addLast(source("localStop", AT_ONCE));
        }
    }

    private static MapPropertySource source(String name, Map<String, Object> settings) {
        return new MapPropertySource(name, settings);
    }

    /** After the configuration files, which may name a database. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
