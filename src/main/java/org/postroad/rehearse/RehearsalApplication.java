package org.postroad.rehearse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * An application of its own for a rehearsal: a database in a temporary folder that is gone afterwards, a clock that is
 * moved by hand, no server, no relay, no journeys but those that the rehearsal brings. Whatever database, relay or Kafka
 * the machine's settings name is left alone.
 */
public final class RehearsalApplication implements AutoCloseable {

    /** How tracked links begin; nobody serves there. */
    public static final String PUBLIC_URL = "https://postroad.example";

    private static final List<String> SETTINGS = List.of(
            "spring.datasource.url=",
            "postroad.kafka.bootstrap-servers=",
            "postroad.time.rehearsal=true",
            "postroad.time.frozen-at=2026-01-01T00:00:00Z",
            "postroad.time.background=false",
            "postroad.shop.enabled=false",
            "postroad.webhooks.make=false",
            "postroad.public-url=" + PUBLIC_URL,
            "postroad.decide.exploration=0",
            "postroad.journeys.spread=PT0S",
            "postroad.journeys.audience-every=PT24H", // the clock stops for each
            "postroad.journeys.global-holdout=0",
            "camunda.bpm.job-execution.enabled=false",
            "logging.level.root=warn",
            // They would miss the journeys that are not played.
            "logging.level.org.postroad.journey.camunda.deployment.JourneyDeployment=error",
            "logging.level.org.postroad.journey.camunda.check.ValidatingDmnDeployer=error",
            // It takes the web server for granted.
            "spring.autoconfigure.exclude="
                    + "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration");

    private final Path home;
    private final ConfigurableApplicationContext context;

    private RehearsalApplication(Path home, ConfigurableApplicationContext context) {
        this.home = home;
        this.context = context;
    }

    /**
     * Opens one; takes some seconds.
     *
     * @param application the application's main class
     * @param models whether the installation's models advise
     * @param more settings on top, as {@code name=value}
     */
    public static RehearsalApplication open(Class<?> application, boolean models, String... more) {
        Path home = newHome();
        try {
            return new RehearsalApplication(home, start(application, home, models, more));
        } catch (RuntimeException e) {
            FileSystemUtils.deleteRecursively(home.toFile());
            throw e;
        }
    }

    private static ConfigurableApplicationContext start(
            Class<?> application, Path home, boolean models, String... more) {
        SpringApplication starting = new SpringApplication(application);
        starting.setWebApplicationType(WebApplicationType.NONE);
        starting.setLogStartupInfo(false);
        Path none = home.resolve("none");
        Stream<String> here = Stream.of("postroad.home=" + home, "postroad.journeys.location=" + none);
        Stream<String> advice = models ? Stream.empty() : Stream.of("postroad.decide.models-location=" + none);
        return starting.run(Stream.of(SETTINGS.stream(), here, advice, Arrays.stream(more))
                .flatMap(settings -> settings)
                .map(setting -> "--" + setting)
                .toArray(String[]::new));
    }

    private static Path newHome() {
        try {
            Path home = Files.createTempDirectory("postroad-rehearsal-");
            Files.createDirectory(home.resolve("none"));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder could be made for the rehearsal.", e);
        }
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        FileSystemUtils.deleteRecursively(home.toFile());
    }
}
